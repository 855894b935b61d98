package fi.rinnalla.feedback.answer;

import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.feedback.ask.Asks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a client answers, alone and without login. Opening the link spends nothing, however often; a finished answer
 * does. A link that was used, has expired or never was gets one and the same page.
 */
@RestController
class AnswerPage {

    private static final int LONGEST_WORDS = 1_000;

    private final Asks asks;
    private final Answers answers;
    private final Pages pages;

    AnswerPage(Asks asks, Answers answers, Pages pages) {
        this.asks = asks;
        this.answers = answers;
        this.pages = pages;
    }

    @GetMapping("/a/{token}")
    ResponseEntity<String> open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return asks.isOpen(token) ? question(HttpStatus.OK, language, null, null, "", false) : closed(language);
    }

    @PostMapping("/a/{token}")
    ResponseEntity<String> answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String heard,
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(required = false, defaultValue = "") String words,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        var score = score(heard);
        if (score.isEmpty() || words.length() > LONGEST_WORDS) {
            // What was filled in stays; the link is not spent.
            return asks.isOpen(token)
                    ? question(HttpStatus.UNPROCESSABLE_CONTENT, language, heard, time, words, true)
                    : closed(language);
        }
        var given = new Answers.Given(
                score.get(), score(time).orElse(null), Optional.of(words.strip()).filter(text -> !text.isEmpty()));
        return answers.give(token, given)
                .map(code -> pages.page(HttpStatus.OK, "thanks", language, Map.of("code", code)))
                .orElseGet(() -> closed(language));
    }

    private static Optional<Integer> score(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> value.matches("[1-5]")).map(Integer::valueOf);
    }

    private record Option(int value, String label, boolean chosen) {}

    private ResponseEntity<String> question(
            HttpStatus status,
            Language language,
            @Nullable String heard,
            @Nullable String time,
            String words,
            boolean wrong) {
        var values = new HashMap<String, Object>();
        values.put("heardOptions", options(language, heard));
        values.put("timeOptions", options(language, time));
        values.put("words", words);
        values.put("heardMissing", wrong && score(heard).isEmpty());
        values.put("wordsTooLong", wrong && words.length() > LONGEST_WORDS);
        values.put("wrong", wrong);
        return pages.page(status, "question", language, values);
    }

    private static List<Option> options(Language language, @Nullable String chosen) {
        return new ArrayList<>(IntStream.rangeClosed(1, 5)
                .map(n -> 6 - n)
                .mapToObj(n -> new Option(
                        n, language.texts("/answer").getProperty("scale" + n), String.valueOf(n).equals(chosen)))
                .toList());
    }

    private ResponseEntity<String> closed(Language language) {
        return pages.page(HttpStatus.NOT_FOUND, "closed", language, Map.of());
    }
}
