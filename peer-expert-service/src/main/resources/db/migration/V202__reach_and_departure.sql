-- Where people wish to be told, sealed; and whether the organisation has left.
CREATE TABLE reach (
    organisation text NOT NULL DEFAULT current_organisation(),
    login        text NOT NULL,
    sealed       bytea NOT NULL,
    PRIMARY KEY (organisation, login)
);
SELECT guard('reach');

CREATE TABLE departure (
    organisation text PRIMARY KEY DEFAULT current_organisation(),
    left_on      date NOT NULL
);
SELECT guard('departure');
