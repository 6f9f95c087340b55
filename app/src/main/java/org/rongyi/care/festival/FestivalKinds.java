package org.rongyi.care.festival;

import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What greetings count: 节日慰问 in 人次, 人 and 元, on the day they were handed over; and what this room keeps sealed and attached. */
@Configuration(proxyBeanMethods = false)
class FestivalKinds {

    private static final int ID = 40;

    static final FigureKind FESTIVAL = new FigureKind(ID, "festival", "节日慰问", "人次", true, "/festivals/given", true);

    static final FigureKind MONEY = FigureKind.money(ID + 1, "festival-money", "慰问金额", FESTIVAL);

    /** The ids of the two kinds. */
    private static final String RECORDS = """
            select 40 as kind, l.code_now, l.given_on as happened_on, l.person_id as person, 1 as value
            from festival.line l
            where l.state = 'GIVEN'
            union all
            select 41, l.code_now, l.given_on, null, l.fen + l.goods_fen - l.back_fen
            from festival.line l
            where l.state = 'GIVEN'
            """;

    @Bean
    FigureKind festivalFigure() {
        return FESTIVAL;
    }

    @Bean
    FigureKind festivalMoneyFigure() {
        return MONEY;
    }

    /** Counts the lines themselves, so that the night can prove the figures. */
    @Bean
    FactRecount festivalRecount() {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(FESTIVAL, MONEY);
            }

            @Override
            public String records() {
                return RECORDS;
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
