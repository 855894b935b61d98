CREATE TABLE unit (
    organisation text NOT NULL DEFAULT current_organisation(),
    slug         text NOT NULL,
    name         text NOT NULL,
    PRIMARY KEY (organisation, slug)
);
SELECT guard('unit');

CREATE TABLE activity (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    name         text NOT NULL,
    started_on   date NOT NULL,
    FOREIGN KEY (organisation, unit) REFERENCES unit,
    UNIQUE (organisation, unit, name),
    UNIQUE (organisation, id)
);
SELECT guard('activity');

CREATE TABLE meeting (
    id                 uuid PRIMARY KEY,
    organisation       text NOT NULL DEFAULT current_organisation(),
    version            bigint NOT NULL,
    unit               text NOT NULL,
    activity           uuid,
    kind               text NOT NULL,
    channel            text NOT NULL,
    professional       text NOT NULL,       -- the issuer's name for the person
    planned_on         date NOT NULL,
    planned_minutes    int NOT NULL CHECK (planned_minutes BETWEEN 1 AND 1440),
    peer_expert_wanted boolean NOT NULL,
    held_on            date,
    logged_at          timestamptz,
    actual_minutes     int CHECK (actual_minutes BETWEEN 1 AND 1440),
    started_by         text,
    roles              text[],
    closing_question   text,
    FOREIGN KEY (organisation, unit) REFERENCES unit,
    FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
);
CREATE INDEX ON meeting (organisation, planned_on DESC, id DESC);
CREATE INDEX ON meeting (organisation, professional, planned_on DESC, id DESC);
SELECT guard('meeting');

-- Heard from peer-expert-service: that somebody comes along, never who.
CREATE TABLE meeting_pair (
    organisation text NOT NULL DEFAULT current_organisation(),
    meeting      uuid NOT NULL,
    assignment   uuid NOT NULL,
    PRIMARY KEY (organisation, meeting, assignment)
);
SELECT guard_with_keeper('meeting_pair');

CREATE TABLE plan (
    id              uuid PRIMARY KEY,
    organisation    text NOT NULL DEFAULT current_organisation(),
    version         bigint NOT NULL,
    unit            text NOT NULL,
    client          text NOT NULL,
    worker          text NOT NULL,
    official_record text,
    FOREIGN KEY (organisation, unit) REFERENCES unit,
    UNIQUE (organisation, id)
);
CREATE INDEX ON plan (organisation, worker);
CREATE INDEX ON plan (organisation, client);
SELECT guard('plan');

CREATE TABLE plan_revision (
    organisation text NOT NULL DEFAULT current_organisation(),
    plan         uuid NOT NULL,
    revision     int NOT NULL,
    revised_at   timestamptz NOT NULL,
    proposed_by  text NOT NULL,
    reason       text NOT NULL,
    answers      text NOT NULL,
    goals        jsonb NOT NULL,
    PRIMARY KEY (organisation, plan, revision),
    FOREIGN KEY (organisation, plan) REFERENCES plan (organisation, id)
);
SELECT guard('plan_revision');
-- A revision is never changed.
REVOKE UPDATE, DELETE ON plan_revision FROM ${service_role};
