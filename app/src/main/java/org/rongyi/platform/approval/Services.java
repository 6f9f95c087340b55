package org.rongyi.platform.approval;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rooms that handle cases, by service. */
@Component
public class Services {

    private final Map<String, CaseService> byId;

    Services(List<CaseService> services) {
        this.byId = services.stream().collect(Collectors.toMap(CaseService::id, Function.identity()));
    }

    public CaseService get(String service) {
        var found = byId.get(service);
        if (found == null) {
            throw new IllegalArgumentException("没有程序承办 " + service);
        }
        return found;
    }
}
