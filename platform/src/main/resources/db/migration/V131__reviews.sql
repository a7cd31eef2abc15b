create schema review;

-- The stages an answer goes through in an organ (审核环节), each change a new version; a round keeps the stages it began with.
create table review.chain (
    organ      bigint not null references organ.organ,
    version    int not null,
    stages     jsonb not null,
    changed_by bigint,
    changed_at timestamptz not null,
    primary key (organ, version)
);

-- Drafts of the answer (拟稿), every version kept.
create table review.draft (
    request    bigint not null references request.request,
    version    int not null check (version > 0),
    decision   text not null,
    sub        text,
    content    jsonb not null,
    written_by bigint not null,
    writer     text not null,
    written_at timestamptz not null,
    primary key (request, version)
);

-- One way of a draft through the stages.
create table review.round (
    id           bigint generated always as identity primary key,
    request      bigint not null references request.request,
    organ        bigint not null references organ.organ,
    draft        int not null,
    stages       jsonb not null,
    stage        int not null,
    kind         text not null,
    since        timestamptz not null,
    submitted_by bigint not null,
    submitter    text not null,
    submitted_at timestamptz not null,
    state        text not null check (state in ('OPEN', 'SIGNED', 'RETURNED', 'RECALLED', 'ENDED')),
    ended_at     timestamptz,
    check ((state = 'OPEN') = (ended_at is null)),
    foreign key (request, draft) references review.draft
);
create unique index one_open_round on review.round (request) where state = 'OPEN';
create index round_inbox on review.round (organ, kind, since) where state = 'OPEN';

-- What somebody said at a stage (审批单).
create table review.verdict (
    round    bigint not null references review.round,
    stage    int not null,
    kind     text not null,
    title    text not null,
    person   bigint not null,
    who      text not null,
    approved boolean not null,
    remark   text not null,
    at       timestamptz not null,
    primary key (round, stage)
);
