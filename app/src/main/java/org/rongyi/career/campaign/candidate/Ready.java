package org.rongyi.career.campaign.candidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.springframework.stereotype.Component;

/** Who of those that wait for work may take part in a campaign now, and what is in the way of the others. */
@Component
public class Ready {

    /** As many as one act takes in: each is locked against every other campaign until all are in. */
    public static final int AT_ONCE = 500;

    private final Candidates candidates;
    private final AwaitingWork waiting;
    private final Elsewhere elsewhere;
    private final Kinds kinds;
    private final Divisions divisions;

    Ready(Candidates candidates, AwaitingWork waiting, Elsewhere elsewhere, Kinds kinds, Divisions divisions) {
        this.candidates = candidates;
        this.waiting = waiting;
        this.elsewhere = elsewhere;
        this.kinds = kinds;
        this.divisions = divisions;
    }

    /**
     * What is in the way of each, by reception; empty for who may take part.
     *
     * @param present the kinds of who takes part already: who is scored by another table does not join them
     */
    public Map<UUID, String> hindrances(
            CampaignRecord campaign, List<AwaitingWork.Waiting> people, Collection<CandidateKind> present) {
        var busy = elsewhere.of(
                campaign.id(), people.stream().map(AwaitingWork.Waiting::person).toList());
        return people.stream().collect(Collectors.toMap(AwaitingWork.Waiting::reception, who -> {
            var number = busy.get(who.person());
            return number == null ? String.join("；", hindrances(who, campaign, present)) : Elsewhere.words(number);
        }));
    }

    private List<String> hindrances(
            AwaitingWork.Waiting who, CampaignRecord campaign, Collection<CandidateKind> present) {
        var all = new ArrayList<>(who.hindrances(divisions.today(), null));
        Kinds.mixed(present, who.officer()).ifPresent(all::add);
        kinds.hindrance(who, campaign).ifPresent(all::add);
        return all;
    }

    /**
     * Who is taken in with all others.
     *
     * @param note who might take part but is scored by the other table; empty for nobody
     */
    record Everyone(List<AddCandidates.Entry> entries, String note) {}

    /**
     * The first of those who may take part, in the order in which they were received: of the table by which who takes part is scored, and of the first one's
     * where nobody does yet.
     */
    Everyone everyone(Actor.Office actor, CampaignRecord campaign) {
        var wanted = new AwaitingWork.Wanted("", candidates.receptions(campaign.id()));
        var ready = new ArrayList<AddCandidates.Entry>();
        var tables = candidates.kinds(campaign.id()).stream()
                .map(CandidateKind::isOfficer)
                .collect(Collectors.toCollection(HashSet::new));
        boolean others = false;
        Cursor<LocalDate> after = null;
        while (ready.size() < AT_ONCE) {
            var some = waiting.list(actor.scope(), wanted, after, AT_ONCE);
            if (some.isEmpty()) {
                break;
            }
            var free = free(campaign, some);
            for (int i = 0; i < free.size() && ready.size() < AT_ONCE; i++) {
                if (tables.isEmpty()) {
                    tables.add(free.get(i).officer());
                }
                if (tables.equals(Set.of(free.get(i).officer()))) {
                    ready.add(AddCandidates.Entry.plain(free.get(i).reception()));
                } else {
                    others = true;
                }
            }
            after = new Cursor<>(some.getLast().received(), some.getLast().reception());
        }
        return new Everyone(ready, others ? note(tables.contains(true)) : "");
    }

    private List<AwaitingWork.Waiting> free(CampaignRecord campaign, List<AwaitingWork.Waiting> people) {
        var why = hindrances(campaign, people, Set.of());
        return people.stream()
                .filter(who -> why.getOrDefault(who.reception(), "").isEmpty())
                .toList();
    }

    private static String note(boolean officers) {
        return officers ? "列入的是军官；军士和义务兵用另一张评分表，请为他们另开一次活动。" : "列入的是军士和义务兵；军官用另一张评分表，请为他们另开一次活动。";
    }
}
