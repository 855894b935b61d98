package fi.rinnalla.session;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What people do together: activities, meetings, plans. */
@SpringBootApplication
public class SessionService {

    static void main(String[] arguments) {
        SpringApplication.run(SessionService.class, arguments);
    }
}
