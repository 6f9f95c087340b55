package org.rongyi.care.visit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rongyi.insight.figures.FigureKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What visits count: 联系 and 走访 in 人次 and 人, and each of the 六送 in 人次. */
@Configuration(proxyBeanMethods = false)
class VisitKinds {

    static final FigureKind CONTACT = new FigureKind(1, "contact", "联系", "人次", true, "/visits?counted=contact", true);
    static final FigureKind VISIT = new FigureKind(2, "visit", "走访", "人次", true, "/visits?counted=visit", true);

    private static final int FIRST_SENT_ID = 3;

    static final List<FigureKind> SENT = Arrays.stream(Sent.values())
            .map(sent -> new FigureKind(
                    FIRST_SENT_ID + sent.ordinal(),
                    "sent-" + sent.name().toLowerCase(Locale.ROOT),
                    sent.zh(),
                    "人次",
                    false,
                    "/visits?counted=contact&sent=" + sent.name(),
                    true))
            .toList();

    @Bean
    FigureKind contactFigure() {
        return CONTACT;
    }

    @Bean
    FigureKind visitFigure() {
        return VISIT;
    }

    @Bean
    FigureKind sentPolicyFigure() {
        return SENT.get(Sent.POLICY.ordinal());
    }

    @Bean
    FigureKind sentSkillFigure() {
        return SENT.get(Sent.SKILL.ordinal());
    }

    @Bean
    FigureKind sentJobFigure() {
        return SENT.get(Sent.JOB.ordinal());
    }

    @Bean
    FigureKind sentHelpFigure() {
        return SENT.get(Sent.HELP.ordinal());
    }

    @Bean
    FigureKind sentSecurityFigure() {
        return SENT.get(Sent.SECURITY.ordinal());
    }

    @Bean
    FigureKind sentHonourFigure() {
        return SENT.get(Sent.HONOUR.ordinal());
    }

    static List<FigureKind> all() {
        return Stream.concat(Stream.of(CONTACT, VISIT), SENT.stream()).toList();
    }
}
