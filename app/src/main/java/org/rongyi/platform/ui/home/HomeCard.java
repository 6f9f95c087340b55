package org.rongyi.platform.ui.home;

import java.util.Optional;
import org.rongyi.platform.kernel.Actor;

/** 首页卡片: what a room has to say to somebody who begins the day; contributed as a bean. */
public interface HomeCard {

    /** Read inside the page's own transaction, so that scope holds; empty when the room has nothing for this reader. */
    Optional<HomeSection> find(Actor reader);
}
