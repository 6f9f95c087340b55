package org.rongyi.care.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.VisitChecks;
import org.rongyi.platform.ui.FieldErrors;

@DisplayName("走访登记表")
class VisitFormTest {

    private static final UUID HUSBAND = new UUID(0, 1);
    private static final UUID WIFE = new UUID(0, 2);

    @Test
    @DisplayName("见到两人又写了需求：要选谁提出的；选了就记在他名下")
    void whoAskedIsAskedWhenTwoWereMet() {
        var fields = typed(Result.MET, Result.MET);
        var errors = FieldErrors.none();
        assertThat(new VisitForm(fields).content(errors)).isEmpty();
        assertThat(errors.find("askedBy.0")).contains("谁提出的");
        fields.put("askedBy.0", List.of(WIFE.toString()));
        assertThat(asker(fields)).isEqualTo(WIFE);
    }

    @Test
    @DisplayName("只见到一人，需求就是他的，不问")
    void whoWasMetAloneIsNotAsked() {
        assertThat(asker(typed(Result.NOT_IN, Result.MET))).isEqualTo(WIFE);
    }

    @Test
    @DisplayName("第二项需求被拦下，第一格空着：指的是写了字的那一格")
    void theRowThatWasFilledInIsMeant() {
        var fields = typed(Result.NOT_IN, Result.MET);
        fields.put("askedText.0", List.of(" "));
        fields.put("askedText.1", List.of("想找工作"));
        var form = new VisitForm(fields);
        assertThat(form.field(new VisitChecks.Objection("askedText.0", "x"))).isEqualTo("askedText.1");
        assertThat(form.field(new VisitChecks.Objection("said", "x"))).isEqualTo("said");
    }

    @Test
    @DisplayName("没有写需求的，见到几个人都不问是谁提出的")
    void noNeedNoQuestion() {
        var fields = typed(Result.MET, Result.MET);
        fields.put("askedKind.0", List.of(""));
        fields.put("askedText.0", List.of(""));
        assertThat(new VisitForm(fields).content(FieldErrors.none())).isPresent();
    }

    @Test
    @DisplayName("未遇的不问六送；见到人的至少选一项")
    void theSixAreAskedOfWhoMetSomebody() {
        var nobody = typed(Result.NOT_IN, Result.AWAY);
        nobody.remove("sent");
        nobody.put("askedBy.0", List.of(WIFE.toString()));
        assertThat(new VisitForm(nobody).content(FieldErrors.none()))
                .hasValueSatisfying(content -> assertThat(content.sent()).isEmpty());
        var met = typed(Result.MET, Result.NOT_IN);
        met.remove("sent");
        var errors = FieldErrors.none();
        assertThat(new VisitForm(met).content(errors)).isEmpty();
        assertThat(errors.find("sent")).contains("至少选一项");
    }

    private static UUID asker(Map<String, List<String>> fields) {
        return new VisitForm(fields)
                .content(FieldErrors.none())
                .orElseThrow()
                .asked()
                .getFirst()
                .by();
    }

    private static Map<String, List<String>> typed(Result husband, Result wife) {
        var fields = new HashMap<String, List<String>>();
        fields.put("person", List.of(HUSBAND.toString(), WIFE.toString()));
        fields.put("result." + HUSBAND, List.of(husband.name()));
        fields.put("result." + WIFE, List.of(wife.name()));
        fields.put("happenedOn", List.of("2026-03-01"));
        fields.put("mode", List.of("HOME"));
        fields.put("kind", List.of("REGULAR"));
        fields.put("sent", List.of("POLICY"));
        fields.put("askedKind.0", List.of("JOB"));
        fields.put("askedText.0", List.of("想找工作"));
        return fields;
    }
}
