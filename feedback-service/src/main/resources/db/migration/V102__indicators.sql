-- What each event means for each indicator: of so many, so many hold.
CREATE TABLE indicator_fact (
    generation   int NOT NULL,
    indicator    text NOT NULL,
    subject      text NOT NULL,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    week         text NOT NULL,
    month        text NOT NULL,
    quarter      text NOT NULL,
    first_event  uuid NOT NULL,      -- in the order of arrival
    holds        int NOT NULL,
    total        int NOT NULL,
    PRIMARY KEY (generation, organisation, indicator, subject)
);
CREATE INDEX ON indicator_fact (organisation, indicator, unit, first_event);
SELECT guard_with_keeper('indicator_fact');
