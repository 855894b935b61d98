package fi.rinnalla.service.answering;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a refusal by the database looks like. Its messages repeat values, so the log gets the kind alone. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblems {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Problem> of(Exception refused) {
        return switch (refused) {
            case ConcurrencyFailureException changed ->
                Problems.answer(Problem.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "Somebody else changed it at the same time: read and try again."));
            case DataIntegrityViolationException broken -> {
                log.warn("A database rule refused what the code let through: {}", kindOf(broken));
                yield Problems.answer(Problem.of(
                        HttpStatus.CONFLICT,
                        "conflicts-with-existing",
                        "It conflicts with something that exists already."));
            }
            default -> notNow(refused);
        };
    }

    /** The database is down, slow or its pool is full: worth another try. */
    private static ResponseEntity<Problem> notNow(Exception refused) {
        log.warn("The database does not answer: {}", kindOf(refused));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-now",
                        "The service can't reach its database. Try again with the same Idempotency-Key."));
    }

    private static String kindOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return failure.getClass().getSimpleName() + " / " + root.getClass().getSimpleName()
                + (root instanceof java.sql.SQLException sql ? " " + sql.getSQLState() : "");
    }
}
