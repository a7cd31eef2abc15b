-- Where reminders go: the mail box a person uses at work, if they have told one.
alter table access.person add column email text check (length(email) between 3 and 254);
