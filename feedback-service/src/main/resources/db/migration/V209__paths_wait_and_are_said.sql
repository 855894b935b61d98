-- A path was counted step by step, as soon as it was drawn: one person's five steps were five. Now what each path tells of
-- each service waits, sealed and apart from the rest of the path, until enough have told of that service.
CREATE TABLE path_waiting (
    id           uuid PRIMARY KEY,      -- random
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    sealed       bytea NOT NULL,
    -- Before there was a seal.
    is_open      boolean NOT NULL DEFAULT false,
    doubtful     boolean NOT NULL DEFAULT false
);
CREATE INDEX ON path_waiting (organisation, unit);
SELECT guard_with_keeper('path_waiting');

INSERT INTO path_waiting (id, organisation, unit, sealed, is_open)
    SELECT gen_random_uuid(), organisation, unit, convert_to(jsonb_build_object(
        'service', service, 'works', works, 'painPoints', pain_points)::text, 'UTF8'), true
    FROM (
        SELECT organisation, unit, path, lower(service) AS service, bool_and(works) AS works,
               coalesce(jsonb_agg(DISTINCT lower(topic)) FILTER (WHERE topic IS NOT NULL), '[]') AS pain_points
        FROM path_step GROUP BY organisation, unit, path, lower(service)
    ) told ORDER BY random();
DROP TABLE path_step;

-- What was said of services, as the view "service-paths" heard it.
CREATE TABLE path_assessed (
    generation   int NOT NULL,
    event        uuid NOT NULL,
    organisation text NOT NULL,
    unit         text NOT NULL,
    quarter      text NOT NULL,
    service      uuid NOT NULL,
    paths        int NOT NULL,
    works        int NOT NULL,
    pain_points  uuid[] NOT NULL,
    times        int[] NOT NULL,
    PRIMARY KEY (generation, event)
);
CREATE INDEX ON path_assessed (organisation, generation, unit);
SELECT guard_with_keeper('path_assessed');

-- Written anew in random order, so that neither place nor transaction tells which came together.
CREATE FUNCTION shuffle_paths(of_unit text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(current_organisation() || '/' || of_unit, 2));
    WITH gone AS (DELETE FROM path_waiting WHERE unit = of_unit RETURNING *)
    INSERT INTO path_waiting SELECT * FROM gone ORDER BY random();
END $$;

-- What services and pain points are called, passed or withheld by a person: it is written by anybody. Events tell the id alone.
CREATE TABLE path_name (
    id           uuid NOT NULL DEFAULT gen_random_uuid(),
    organisation text NOT NULL DEFAULT current_organisation(),
    name         text NOT NULL,
    passed       boolean NOT NULL,
    PRIMARY KEY (organisation, name)
);
SELECT guard_with_keeper('path_name');

-- Two organisations may come with the same word.
ALTER TABLE door_form DROP CONSTRAINT door_form_pkey, ADD PRIMARY KEY (organisation, hash);
