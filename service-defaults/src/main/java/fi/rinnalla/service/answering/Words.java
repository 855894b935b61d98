package fi.rinnalla.service.answering;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote: in any script, with emoji and marks of direction, but never blank and without control characters
 * other than tabulator and line ends. Absent only where {@link #optional()}.
 */
@Constraint(validatedBy = Words.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Words {

    /** In characters (code points). */
    int max() default 10_000;

    boolean optional() default false;

    String message() default "words";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Words, String> {

        private int max;
        private boolean optional;

        @Override
        public void initialize(Words words) {
            max = words.max();
            optional = words.optional();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var fault = faultOf(text);
            if (fault != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            }
            return fault == null;
        }

        private @Nullable String faultOf(@Nullable String text) {
            if (text == null) {
                return optional ? null : "required";
            }
            if (text.isBlank() || text.codePointCount(0, text.length()) > max) {
                return "1-to-" + max + "-characters";
            }
            return text.codePoints().anyMatch(Check::isUnwritable) ? "control-characters" : null;
        }

        /** Half a surrogate pair is no character either. */
        private static boolean isUnwritable(int point) {
            return Character.isISOControl(point) && "\t\n\r".indexOf(point) < 0
                    || Character.getType(point) == Character.SURROGATE;
        }
    }
}
