package fi.rinnalla.peerexpert;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Peer experts: who they are, and to which meetings they come along. */
@SpringBootApplication
public class PeerExpertService {

    static void main(String[] arguments) {
        SpringApplication.run(PeerExpertService.class, arguments);
    }
}
