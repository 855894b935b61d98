package fi.rinnalla.feedback;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** What clients say, and what many answers mean together. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FeedbackService {

    static void main(String[] arguments) {
        SpringApplication.run(FeedbackService.class, arguments);
    }
}
