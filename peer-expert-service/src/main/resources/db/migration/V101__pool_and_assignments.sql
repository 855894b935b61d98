CREATE TABLE peer_expert (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    login        text NOT NULL,
    name         text NOT NULL,
    level        text NOT NULL,
    UNIQUE (organisation, login),
    UNIQUE (organisation, id)
);
SELECT guard('peer_expert');

-- Heard from session-service: a planned meeting that wants a peer expert along.
CREATE TABLE request (
    organisation text NOT NULL DEFAULT current_organisation(),
    meeting      uuid NOT NULL,
    unit         text NOT NULL,
    kind         text NOT NULL,
    planned_on   date NOT NULL,
    open         boolean NOT NULL DEFAULT true,
    PRIMARY KEY (organisation, meeting)
);
CREATE INDEX ON request (organisation, planned_on, meeting) WHERE open;
SELECT guard_with_keeper('request');

CREATE TABLE assignment (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    meeting      uuid NOT NULL,
    unit         text NOT NULL,
    planned_on   date NOT NULL,
    peer_expert  uuid NOT NULL,
    completed_on date,
    FOREIGN KEY (organisation, peer_expert) REFERENCES peer_expert (organisation, id),
    UNIQUE (organisation, meeting)
);
CREATE INDEX ON assignment (organisation, peer_expert, id);
SELECT guard_with_keeper('assignment');
