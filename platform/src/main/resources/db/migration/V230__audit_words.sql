-- The index of words is kept beside the log and filled when lines are linked, many at a time: to fill it with each line cost as much as all
-- the rest of writing one.
create table audit.words (
    entry bigint primary key,
    pairs text[] not null
);
insert into audit.words (entry, pairs)
select e.id, audit.pairs(e.subject || ' ' || e.action || ' ' || coalesce(e.detail, ''))
from audit.entry e where exists (select from audit.link l where l.entry = e.id);

create index on audit.words using gin (pairs);
drop index audit.entry_pairs_idx;

create trigger words_append_only before update or delete on audit.words for each row execute function audit.refuse();
create trigger words_no_truncate before truncate on audit.words for each statement execute function audit.refuse();
