-- Keys that nodes with data directories of their own share, sealed under the password of the database's user.
create table keys.shared (
    key    text primary key,
    salt   bytea not null,
    nonce  bytea not null,
    sealed bytea not null
);
