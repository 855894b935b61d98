package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.ask.Asks;
import fi.rinnalla.feedback.ask.Forms;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Secrets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where somebody answers, alone and without login. Opening the link spends nothing, however often; a finished answer
 * does. A link that was used, has expired or never was gets one and the same page.
 */
@RestController
class AnswerPage {

    private final Asks asks;
    private final QuestionSets sets;
    private final Answers answers;
    private final ReturnCodes codes;
    private final QuestionPage page;

    AnswerPage(Asks asks, QuestionSets sets, Answers answers, ReturnCodes codes, QuestionPage page) {
        this.asks = asks;
        this.sets = sets;
        this.answers = answers;
        this.codes = codes;
        this.page = page;
    }

    @GetMapping("/a/{token}")
    ResponseEntity<String> open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return asks.open(token, group -> sets.questions(group.questions(), group.giver(), group.kind()))
                .map(questions ->
                        page.ask(language, questions, key -> null, List.of(), Map.of(Forms.WORD, Secrets.token())))
                .orElseGet(() -> page.closed(language));
    }

    /** Faulty, what was filled in stays and the link is not spent. */
    @PostMapping("/a/{token}")
    ResponseEntity<String> answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        var form = Forms.wordIn(fields);
        var questions = asks.open(token, group -> sets.questions(group.questions(), group.giver(), group.kind()));
        if (questions.isEmpty()) {
            return sentBefore(token, form, language);
        }
        var given = Given.read(questions.get(), fields::get);
        if (!given.faults().isEmpty()) {
            return page.ask(language, questions.get(), fields::get, given.faults(), Map.of(Forms.WORD, form));
        }
        var code = codes.of(token, form);
        return asks.spend(token, group -> {
                    answers.keep(group, given, Answers.Way.LINK, false, code);
                    return code;
                })
                .map(kept -> page.thanks(language, Map.of("code", kept)))
                .orElseGet(() -> sentBefore(token, form, language));
    }

    /** The form itself gets the same thanks again; to anybody else the link is closed. */
    private ResponseEntity<String> sentBefore(String token, String form, Language language) {
        return codes.ofWhatWasKept(token, form)
                .map(code -> page.thanks(language, Map.of("code", code)))
                .orElseGet(() -> page.closed(language));
    }
}
