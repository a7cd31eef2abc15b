-- A delivery whose step was taken back (撤销) counts no more; its row stays on record.
alter table letter.delivery add column undone_at timestamptz;
