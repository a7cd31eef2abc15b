-- A case that came out of another: split from it, or ordered as a new answer to it.
alter table request.request
    add column origin    bigint references request.request,
    -- 责令重新答复: the day the decision or judgement set; such a case has no day of receipt and is counted in no table.
    add column answer_by date,
    add check (answer_by is null or origin is not null and receipt_on is null);

create index request_origin on request.request (origin) where origin is not null;
