package org.rongyi.care.festival;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What greetings count: 节日慰问 in 人次 and 人, on the day they were handed over; and what this room keeps sealed and attached. */
@Configuration(proxyBeanMethods = false)
class FestivalKinds {

    private static final int ID = 40;

    static final FigureKind FESTIVAL = new FigureKind(ID, "festival", "节日慰问", "人次", true, "/festivals/given");

    private static final String PER_VILLAGE_AND_MONTH = """
            select l.code_now, date_trunc('month', l.given_on)::date as month, count(*) as times
            from festival.line l
            where l.state = 'GIVEN'
            group by 1, 2
            """;

    private record Group(long codeNow, LocalDate month, long times) {}

    @Bean
    FigureKind festivalFigure() {
        return FESTIVAL;
    }

    /** Counts the lines themselves, so that the night can prove the figures. */
    @Bean
    FactRecount festivalRecount(@Qualifier("job") JdbcClient jdbc) {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(FESTIVAL);
            }

            @Override
            public List<Expected> expected() {
                return jdbc.sql(PER_VILLAGE_AND_MONTH).query(Group.class).list().stream()
                        .map(group -> new Expected(
                                FESTIVAL,
                                new DivisionCode(group.codeNow()),
                                YearMonth.from(group.month()),
                                group.times()))
                        .toList();
            }
        };
    }

    @Bean
    SealedPlace sealedFestivalAccounts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("节日慰问：收款账号", Lines.ACCOUNT, vault, jdbc);
    }

    /** A signed slip is opened by whoever sees the line, and by who was greeted. */
    @Bean
    AttachmentReaders festivalSlipReaders(Lines lines) {
        return new AttachmentReaders() {
            @Override
            public String ownerKind() {
                return AttachSlip.OWNER_KIND;
            }

            @Override
            public boolean mayOpen(Actor actor, java.util.UUID owner) {
                return actor instanceof Actor.Self || lines.find(owner).isPresent();
            }
        };
    }
}
