package org.rongyi.career.campaign.exam;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 报名截止，定考场: after the closing instant. Tickets and rooms are committed to before the source of the seats speaks. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CloseRegistration implements OfficeAct<CloseRegistration.Command, CloseRegistration.Outcome> {

    private static final int MOST_ROOMS = 200;
    private static final int MOST_SEATS = 500;
    private static final int LONGEST = 30;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamBars bars;
    private final Clock clock;
    private final AuditTrail audit;

    CloseRegistration(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamBars bars,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.bars = bars;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID campaign, List<SeatDraw.Room> rooms) implements OfficeAct.Command {
        public Command {
            rooms = List.copyOf(rooms);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param commitment public at once */
        record Closed(UUID subject, String commitment) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It is closed already, or the campaign is called off. */
        record NotNow() implements Outcome, Refused {}

        /** Registrations are still taken. */
        record TooEarly() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        exams.holdAlone(command.campaign());
        var sitting = exams.find(command.campaign());
        if (found.isEmpty() || sitting.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.NOTICE) || sitting.get().closed() != null) {
            return new Outcome.NotNow();
        }
        if (!isDue(found.get())) {
            return new Outcome.TooEarly();
        }
        var open = bars.of(command.campaign()).stream()
                .filter(bar -> !bar.counts())
                .findFirst();
        if (open.isPresent()) {
            return new Outcome.Wanting("rooms", open.get().name() + "：不能报名的依据还没有另一位同事核对，登记错了的请撤销");
        }
        var unchecked = candidates.of(command.campaign()).stream()
                .filter(one -> one.isExempt() && !one.needsNoExam())
                .findFirst();
        if (unchecked.isPresent()) {
            return new Outcome.Wanting("rooms", unchecked.get().name() + "：最先选、不用考试的依据还没有另一位同事核对");
        }
        return close(found.get(), command.rooms(), office);
    }

    /** Whether the announced instant has come. */
    public boolean isDue(CampaignRecord campaign) {
        var exam = campaign.exam();
        return exam != null && !clock.instant().isBefore(exam.closes());
    }

    private Outcome close(CampaignRecord campaign, List<SeatDraw.Room> rooms, Actor.Office by) {
        entries.dropLeft(campaign.id());
        var tickets = entries.of(campaign.id()).stream()
                .map(ExamEntries.Entry::ticket)
                .toList();
        var names = new HashSet<String>();
        boolean isRight = rooms.size() <= MOST_ROOMS
                && rooms.stream()
                        .allMatch(room -> !room.name().isBlank()
                                && room.name().length() <= LONGEST
                                && room.seats() >= 1
                                && room.seats() <= MOST_SEATS
                                && names.add(room.name()));
        if (!isRight) {
            return new Outcome.Wanting("rooms", "每行一个考场：名称、空格、座位数（1 到 500），名称不重复");
        }
        int seats = rooms.stream().mapToInt(SeatDraw.Room::seats).sum();
        if (seats < tickets.size()) {
            return new Outcome.Wanting("rooms", "报名 " + tickets.size() + " 人，座位只有 " + seats + " 个，请再加考场");
        }
        var commitment = SeatDraw.commitment(campaign.number(), rooms, tickets);
        audit.said("考场", rooms.size() + " 个，报名 " + tickets.size() + " 人");
        exams.close(campaign.id(), rooms, commitment, by);
        return new Outcome.Closed(campaign.id(), commitment);
    }
}
