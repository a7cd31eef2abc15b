-- Suggestions to publish an answer that an organ has not followed, and why (条例第四十四条第二款). The reason names no applicant.
create table disclosure.declined (
    request bigint primary key references request.request,
    reason  text not null,
    at      timestamptz not null,
    person  bigint
);
