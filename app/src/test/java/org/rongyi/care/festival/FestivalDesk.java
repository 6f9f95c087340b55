package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.WithdrawVisit;
import org.rongyi.people.person.Category;
import org.rongyi.platform.act.CommandId;
import org.springframework.context.ApplicationContext;

/** The greetings of a county, for tests of other rooms: a list that is approved, and what becomes of its lines. */
public final class FestivalDesk extends FestivalOffice {

    private final UUID campaign;
    private final List<UUID> people;

    /** @param names those on the list, each with rice and cash */
    public FestivalDesk(ApplicationContext program, List<String> names) {
        program.getAutowireCapableBeanFactory().autowireBean(this);
        aFestivalOfItsOwn();
        people = names.stream()
                .map(name -> person(clerk, name, Category.DISABLED_SOLDIER))
                .toList();
        campaign = approved(Campaign.Way.CASH);
    }

    public List<UUID> people() {
        return people;
    }

    /** At his door, signed for by himself; answers the visit. */
    public UUID handOver(UUID person) {
        var name = everything
                .sql("select name from person.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
        var outcome = handOver(campaign, person, name);
        assertThat(outcome).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        return ((RecordVisit.Outcome.Recorded) outcome).subject();
    }

    /** It was another's door: what was signed for was not handed over. */
    public void withdraw(UUID visit) {
        assertThat(before(
                        0,
                        () -> perform(
                                clerk,
                                WithdrawVisit.class,
                                new WithdrawVisit.Command(CommandId.fresh(clerk), visit, 1, "记到了别人名下"))))
                .isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
    }

    /** The bureau gives it to him no more. */
    public void strike(UUID person) {
        var line = line(campaign, person).id();
        assertThat(before(
                        2,
                        () -> perform(
                                officer,
                                StrikeFromList.class,
                                new StrikeFromList.Command(CommandId.fresh(officer), line, "本人谢绝"))))
                .isInstanceOf(StrikeFromList.Outcome.Struck.class);
    }

    /** The state of what he was to get, money first. */
    public List<String> grantsOf(UUID person) {
        var line = line(campaign, person);
        return List.of(grant(line.moneyGrant()), grant(line.goodsGrant()));
    }
}
