-- Which file was printed as which PDF: what is marked in the PDF is withheld in the file it was made of, too.
create table review.conversion (
    request  bigint not null references request.request,
    original uuid not null,
    result   uuid primary key
);
create index on review.conversion (original);
