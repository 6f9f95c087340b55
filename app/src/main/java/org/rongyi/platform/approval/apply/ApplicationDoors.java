package org.rongyi.platform.approval.apply;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.ServesActs;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The doors of one service: himself, one of his family, a post for him, and 补正. The paths here are names; {@link ApplicationRoutes}
 * puts the service's own in their place. {@code @Allow} says here only what kind of actor comes in by a door; which of them, the
 * service's acts say, and it is asked before anything is read.
 */
final class ApplicationDoors<A extends ApplicationForm.About, R extends Request> implements ServesActs {

    static final String OWN = "own";
    static final String FAMILY = "family";
    static final String OF_PERSON = "of-person";
    static final String OF_CASE = "of-case";

    private final ApplicationFrame<A, R> frame;
    private final ApplicationForm<A, R> form;
    private final Doors doors;

    ApplicationDoors(ApplicationFrame<A, R> frame, ApplicationForm<A, R> form) {
        this.frame = frame;
        this.form = form;
        this.doors = form.doors();
    }

    @Override
    public Class<?> actOf(Method door) {
        var mapped = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(door, RequestMapping.class));
        return List.of(mapped.path()).contains(OF_CASE) ? form.mending() : form.asking();
    }

    /** The path behind a name above; none for a door the service does not have. */
    Optional<String> path(String name) {
        return switch (name) {
            case OWN -> Optional.of(doors.own());
            case FAMILY -> doors.familyPath();
            case OF_PERSON -> Optional.of(doors.ofPerson());
            case OF_CASE -> Optional.of(doors.ofCase());
            default -> throw new IllegalArgumentException("no door of this name: " + name);
        };
    }

    @GetMapping(OWN)
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor, @RequestParam MultiValueMap<String, String> carried) {
        return frame.own(actor, carried(carried, doors.carried().own()));
    }

    @PostMapping(OWN)
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return frame.file(actor, id, actor.person(), new Typed(fields), uploads);
    }

    @GetMapping(FAMILY)
    @Allow(kin = true)
    ResponseEntity<Page> forFamily(Actor.Kin actor) {
        return frame.forFamily(actor);
    }

    @PostMapping(FAMILY)
    @Allow(kin = true)
    ResponseEntity<Page> ask(
            Actor.Kin actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return frame.file(actor, id, actor.person(), new Typed(fields), uploads);
    }

    @GetMapping(OF_PERSON)
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page forSomebody(
            Actor.Office actor, @PathVariable UUID person, @RequestParam MultiValueMap<String, String> carried) {
        return frame.forSomebody(actor, person, carried(carried, doors.carried().ofPerson()));
    }

    @PostMapping(OF_PERSON)
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return frame.file(actor, id, person, new Typed(fields), uploads);
    }

    @GetMapping(OF_CASE)
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
            self = true,
            kin = true)
    ResponseEntity<Page> mendingForm(Actor actor, @PathVariable Map<String, String> path) {
        return frame.mend(actor, file(path));
    }

    @PostMapping(OF_CASE)
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
            self = true,
            kin = true)
    ResponseEntity<Page> mend(
            Actor actor,
            CommandId id,
            @PathVariable Map<String, String> path,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return frame.mend(actor, id, file(path), new Typed(fields), uploads);
    }

    /** An address fills in nothing but what it may: a link that is sent to somebody could name another's account. */
    private static Typed carried(MultiValueMap<String, String> query, Set<String> may) {
        var sent = new Typed(query);
        var taken = Typed.empty();
        for (var field : may) {
            taken = taken.with(field, sent.value(field).isEmpty() ? null : sent.value(field));
        }
        return taken;
    }

    private static UUID file(Map<String, String> path) {
        try {
            return UUID.fromString(path.values().iterator().next());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
