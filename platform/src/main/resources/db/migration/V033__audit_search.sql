-- The log is searched for words by the pairs of characters that stand beside each other in it: Chinese has no spaces, most of its words have two
-- characters, and any PostgreSQL can do this without an extension.
create function audit.pairs(words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct one || next), '{}')
    from (select one, lead(one) over (order by place) as next
          from unnest(string_to_array(lower(words), null)) with ordinality as characters (one, place)) pairs
    where next is not null
$$;

create index on audit.entry using gin (audit.pairs(subject || ' ' || action || ' ' || coalesce(detail, '')))
    with (gin_pending_list_limit = 16384);
create index on audit.entry (subject_kind, at);
create index on audit.entry (address, at);
create index on audit.entry (organ, at);
