/** What is asked: sets of questions, designed together with those who answer them. */
@NullMarked
package fi.rinnalla.feedback.question;

import org.jspecify.annotations.NullMarked;
