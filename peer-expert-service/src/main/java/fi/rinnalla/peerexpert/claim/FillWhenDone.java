package fi.rinnalla.peerexpert.claim;

import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.assignment.WhenDone;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A task that is done fills its claim: the fee as agreed, so that the peer expert adds the expenses and sends it. */
@Component
class FillWhenDone implements WhenDone {

    private final Claims claims;
    private final SetPayroll payroll;
    private final Ids ids;
    private final Clock clock;

    FillWhenDone(Claims claims, SetPayroll payroll, Ids ids, Clock clock) {
        this.claims = claims;
        this.payroll = payroll;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void done(Assignment assignment) {
        assignment
                .agreedTerms()
                .ifPresent(agreed -> claims.add(new Claim(
                        ids.get(),
                        assignment,
                        agreed,
                        assignment.doneOn().orElseThrow(),
                        payroll.read().centsAKilometre(),
                        Helsinki.today(clock))));
    }
}
