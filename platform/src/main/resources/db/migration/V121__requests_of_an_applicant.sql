-- The other requests of the same applicant: likely duplicates, and the pieces of the month that the fee is reckoned by.
create index request_applicant on request.request (applicant);
