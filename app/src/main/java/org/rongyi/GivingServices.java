package org.rongyi;

import java.util.List;
import org.rongyi.care.festival.FestivalGiven;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.care.relief.AidGiven;
import org.rongyi.care.relief.emergency.EmergencyGiven;

/** 给付的服务: all of this program, for the check of the books. What is promised for another is a finding. */
public final class GivingServices {

    public static final List<GivingService> ALL = List.of(new AidGiven(), new EmergencyGiven(), new FestivalGiven());

    private GivingServices() {}
}
