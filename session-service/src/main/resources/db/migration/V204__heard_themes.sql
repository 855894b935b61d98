-- Themes of feedback, heard from the feedback-service: their names stay there.
CREATE TABLE heard_theme (
    organisation text NOT NULL DEFAULT current_organisation(),
    theme        uuid NOT NULL,
    unit         text NOT NULL,
    PRIMARY KEY (organisation, theme)
);
SELECT guard_with_keeper('heard_theme');
