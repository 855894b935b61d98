package fi.rinnalla.service.answering;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The issuer's name for a person, if it is there. */
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z0-9._-]{1,60}")
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Login {

    String message() default "login";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
