-- When a unit's facts in a view last changed: a number that never comes again, so that what was counted can be kept until then.
CREATE SEQUENCE view_move;
GRANT USAGE ON SEQUENCE view_move TO ${keeper_role};

CREATE TABLE view_moved (
    view         text NOT NULL,
    generation   int NOT NULL,
    organisation text NOT NULL,
    unit         text NOT NULL,
    moved        bigint NOT NULL DEFAULT nextval('view_move'),
    PRIMARY KEY (organisation, view, generation, unit)
);
SELECT guard_with_keeper('view_moved');

INSERT INTO view_moved (view, generation, organisation, unit)
    SELECT 'heard', generation, organisation, unit FROM heard_answer
    UNION SELECT 'indicators', generation, organisation, unit FROM indicator_fact
    UNION SELECT 'indicators', generation, organisation, unit FROM indicator_event;
