-- Which file was copied without what it told of its maker: what is marked in the original is withheld in the copy, too.
create table review.clean_copy (
    original uuid primary key,
    result   uuid not null unique
);
