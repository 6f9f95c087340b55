package org.rongyi.care.festival.web;

import java.util.ArrayList;
import java.util.UUID;
import org.rongyi.care.festival.AddToList;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.Greetings;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 节日慰问 on a person's page: what he was or will be given, in plain words for himself too; and the door onto an open list. */
@Component
class FestivalPanel implements PersonPanel {

    private static final int BEHIND_AID = 36;

    private final Greetings greetings;
    private final Campaigns campaigns;

    FestivalPanel(Greetings greetings, Campaigns campaigns) {
        this.greetings = greetings;
        this.campaigns = campaigns;
    }

    @Override
    public int order() {
        return BEHIND_AID;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        boolean own = !(reader instanceof Actor.Office);
        var lines = greetings.of(person).stream()
                .map(one -> new Line(
                        Words.day(one.givenOn() == null ? one.day() : one.givenOn()),
                        one.title() + "：" + one.words(),
                        own ? "/me" : "/festivals/lines/" + one.line()))
                .toList();
        var actions = new ArrayList<Action>();
        if (reader instanceof Actor.Office office && Permission.mayPerform(AddToList.class, office)) {
            campaigns.running(office).stream()
                    .filter(AdditionController::isOpen)
                    .forEach(campaign -> actions.add(
                            new Action("列入" + campaign.title(), "/persons/" + person + "/festivals/" + campaign.id())));
        }
        return new Panel("节日慰问", lines, java.util.List.copyOf(actions), "还没有节日慰问。");
    }
}
