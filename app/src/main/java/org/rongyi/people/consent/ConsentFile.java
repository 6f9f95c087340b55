package org.rongyi.people.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** What the pages of this room read. */
@Component
public class ConsentFile {

    private final Consents consents;
    private final StatementShelf statements;
    private final Attachments attachments;
    private final Policy policy;
    private final Clock clock;

    ConsentFile(Consents consents, StatementShelf statements, Attachments attachments, Policy policy, Clock clock) {
        this.consents = consents;
        this.statements = statements;
        this.attachments = attachments;
        this.policy = policy;
        this.clock = clock;
    }

    public Optional<Statement> statement(String id) {
        return statements.find(id);
    }

    public List<Consents.Standing> standings(UUID person) {
        return consents.standings(person);
    }

    public List<Consents.Kept> history(UUID person) {
        return consents.history(person);
    }

    /** The signed papers of a reply. */
    public List<Attachment> signed(UUID reply) {
        return attachments.list(AnswerConsent.OWNER_KIND, reply);
    }

    /** The last day a yes of that day holds; null: until it is withdrawn. */
    public @Nullable LocalDate until(Statement statement, LocalDate day) {
        return consents.until(statement, day);
    }

    /** Whether a term that is shown is only the system's own proposal. */
    public boolean isTermProposed() {
        return statements.consents().stream()
                .map(Statement::months)
                .filter(months -> months != null)
                .anyMatch(months -> policy.isProposed(LocalDate.now(clock), months));
    }
}
