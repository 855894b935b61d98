-- A client's month against the time that the unit sets aside for it: what is told of it carries this id and no client.
CREATE TABLE client_month (
    organisation text NOT NULL DEFAULT current_organisation(),
    client       uuid NOT NULL REFERENCES client,
    month        text NOT NULL,
    id           uuid NOT NULL,
    told         int NOT NULL DEFAULT 0,    -- how often it has been told
    within       boolean,                   -- as it was told last
    PRIMARY KEY (client, month)
);
SELECT guard('client_month');

-- Until now a mandate did not say when it was stated; those that stand are taken as stated in time.
UPDATE idea SET document = jsonb_set(document, '{mandate,statedOn}', document->'mandate'->'dueOn')
WHERE document->'mandate'->>'dueOn' IS NOT NULL;
