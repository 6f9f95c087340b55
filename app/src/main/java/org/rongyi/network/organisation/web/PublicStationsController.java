package org.rongyi.network.organisation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Stations;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.Says;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 服务中心(站)名录 for other programs: by name, or by distance. The shape is fixed. */
@RestController
class PublicStationsController {

    private static final int PAGE = 50;

    private final Stations stations;
    private final Transactions transactions;

    PublicStationsController(Stations stations, Transactions transactions) {
        this.stations = stations;
        this.transactions = transactions;
    }

    /** @param next to be sent as {@code after} for the next page; null on the last */
    record Answer(List<Item> items, @Nullable String next) {}

    /**
     * One station.
     *
     * @param level 1 province … 5 village
     * @param code twelve digits
     * @param distanceMetres present when {@code near} was asked for
     */
    record Item(
            UUID id,
            String name,
            int level,
            String code,
            String address,
            String phone,
            String hours,
            List<String> services,
            @Nullable Double latitude,
            @Nullable Double longitude,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long distanceMetres) {

        static Item of(Stations.Entry entry) {
            var unit = entry.unit();
            var details = unit.details();
            return new Item(
                    unit.id(),
                    unit.name(),
                    unit.level().number(),
                    unit.code().toString(),
                    details.address(),
                    details.phone(),
                    details.hours(),
                    details.services(),
                    details.latitude(),
                    details.longitude(),
                    entry.metres());
        }
    }

    @GetMapping("/public/stations.json")
    @Allow(everyone = true, client = ClientScope.PUBLIC_DATA)
    @Says(value = "服务站的地址、电话、开放时间，一页 50 个", answers = Answer.class)
    ResponseEntity<?> list(
            Actor actor,
            @Says("名称或地址里的字") @RequestParam(defaultValue = "") String q,
            @Says("先纬度后经度，如 23.3401,112.6935；近的在前") @RequestParam(defaultValue = "") String near,
            @Says("上一页给出的 next") @RequestParam(defaultValue = "") String after) {
        var here = Stations.Near.parse(near);
        if (here.isEmpty() && !near.isBlank()) {
            return problem("位置有误", "near 先写纬度、后写经度，如 23.3401,112.6935");
        }
        var cursor = Stations.Cursor.parse(after);
        if (cursor.isEmpty() && !after.isBlank()) {
            return problem("页码有误", "after 应为上一页给出的 next");
        }
        var filter = new Stations.Filter(q.strip(), null, null);
        var found = transactions.read(
                actor,
                () -> here.map(place -> stations.nearest(place, filter, cursor.orElse(null), PAGE + 1))
                        .orElseGet(() -> stations.list(filter, cursor.orElse(null), PAGE + 1)));
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return ResponseEntity.ok(new Answer(
                shown.stream().map(Item::of).toList(),
                more ? Stations.Cursor.behind(shown.getLast()).toString() : null));
    }

    private static ResponseEntity<ProblemDetail> problem(String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setTitle(title);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
