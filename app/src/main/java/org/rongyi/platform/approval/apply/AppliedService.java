package org.rongyi.platform.approval.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;

/**
 * A service that is applied for, as a case: what of {@link CaseService} follows from its doors, its store and its steps.
 *
 * @param <K> an application as it is kept
 */
public interface AppliedService<K> extends CaseService {

    Application<?, ?, K, ?> application();

    default Doors doors() {
        return application().doors();
    }

    default Optional<K> find(UUID caseId) {
        return application().find(caseId);
    }

    /** Which steps ask for more than an opinion, by the step's id in the route. */
    default Map<String, ServiceStep<K>> steps() {
        return Map.of();
    }

    default K get(UUID caseId) {
        return find(caseId).orElseThrow(() -> new IllegalStateException("办件没有申请内容：" + caseId));
    }

    @Override
    default String id() {
        return doors().service();
    }

    @Override
    default boolean isForFamily() {
        return doors().family() != null;
    }

    @Override
    default @Nullable String familyPath() {
        return doors().familyPath().orElse(null);
    }

    @Override
    default String supplementPath(UUID caseId) {
        return doors().ofCase(caseId);
    }

    @Override
    default List<Ask> asks(CaseFile file, Actor.Office reader) {
        return step(file).map(step -> step.asks(file, get(file.id()), reader)).orElse(List.of());
    }

    @Override
    default Taken take(CaseFile file, Verdict verdict, Map<String, List<String>> given, Actor.Office by) {
        return step(file)
                .map(step -> step.take(file, get(file.id()), verdict, new Answers(given), by))
                .orElseGet(() -> new Kept(""));
    }

    private Optional<ServiceStep<K>> step(CaseFile file) {
        return Optional.ofNullable(
                steps().get(file.route().step(file.position().step()).id()));
    }
}
