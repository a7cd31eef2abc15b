create schema jobs;

-- What the scheduler shares between nodes; the shape is the library's.
create table jobs.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index on jobs.scheduled_tasks (execution_time);
create index on jobs.scheduled_tasks (last_heartbeat);

-- What people see of a job.
create table jobs.job (
    id               bigint generated always as identity primary key,
    kind             text not null,
    title            text not null,
    person           bigint not null,
    input            text not null,
    state            text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done             bigint not null default 0,
    total            bigint not null default 0,
    message          text not null default '',
    checkpoint       text,
    attempts         integer not null default 0,
    cancel_requested boolean not null default false,
    failure          text,
    result_link      text,
    result_name      text,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz
);
create index on jobs.job (person, created_at desc);
create index on jobs.job (created_at desc);

-- A file a job made, in the database so that every node can hand it out.
create table jobs.result (
    job     bigint primary key references jobs.job on delete cascade,
    content bytea not null
);
