package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

@Repository
class Courses extends Documents<Course> {

    Courses(Keeping keeping) {
        super("course", Course.class, keeping);
    }
}
