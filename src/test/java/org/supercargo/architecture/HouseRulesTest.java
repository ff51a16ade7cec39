package org.supercargo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.architecture.Compiled.BESIDE;
import static org.supercargo.architecture.Compiled.MAIN;
import static org.supercargo.architecture.Compiled.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Habits of the house that a compiler does not know. */
class HouseRulesTest {
  /** Where one job's or round's failure must not end the others, and nowhere else. */
  private static final Set<String> OUTERMOST_LOOPS = Set.of(ROOT + "timer", ROOT + "node");

  @Test
  void theOnlyClockIsTheInjectedOne() {
    Stream<JavaAccess<?>> readings =
        MAIN.stream()
            .filter(type -> !type.getName().equals(ROOT + "setting.Time"))
            .flatMap(type -> type.getAccessesFromSelf().stream());
    assertThat(readings)
        .isNotEmpty()
        .filteredOn(HouseRulesTest::readsAnotherClock)
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  @Test
  void nobodyCatchesEverything() {
    assertThat(MAIN.stream().flatMap(type -> type.getCodeUnits().stream()))
        .isNotEmpty()
        .filteredOn(unit -> !OUTERMOST_LOOPS.contains(unit.getOwner().getPackageName()))
        .filteredOn(HouseRulesTest::catchesEverything)
        .extracting(JavaCodeUnit::getFullName)
        .isEmpty();
  }

  @Test
  void onlyAnEntityChangesItsFields() {
    // EclipseLink's change tracking is woven into the entity: a write from outside is not saved.
    assertThat(entities().flatMap(type -> type.getFieldAccessesToSelf().stream()))
        .isNotEmpty()
        .filteredOn(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
        .filteredOn(access -> !access.getOriginOwner().equals(access.getTargetOwner()))
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  @Test
  void entitiesStayInTheirRoom() {
    classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(MAIN);
  }

  @Test
  void persistentEnumsAreStoredByName() {
    assertThat(entities().flatMap(type -> type.getFields().stream()))
        .filteredOn(field -> field.getRawType().isEnum())
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(field.getAnnotationOfType(Enumerated.class).value())
                    .as(field.getFullName())
                    .isEqualTo(EnumType.STRING));
  }

  @Test
  void persistentTimesAreInstants() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .notHaveRawType(
            DescribedPredicate.describe(
                "a time without a place",
                type ->
                    type.isAssignableTo(Date.class)
                        || type.getPackageName().equals("java.time")
                            && !Set.of("Instant", "Duration").contains(type.getSimpleName())))
        .check(MAIN);
  }

  @Test
  void noTransactionSpansACallToTheCarrier() {
    assertThat(MAIN.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()))
        .isNotEmpty()
        .filteredOn(call -> joinsATransaction(call.getOriginOwner()))
        .filteredOn(HouseRulesTest::asksTheCarrier)
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  @Test
  void nobodyReadsOutsideOfATransaction() {
    // Payara keeps one entity manager for all that an invocation and the tasks begun by it read so,
    // and closes it when the first of them ends: see ReadersIT.
    assertThat(MAIN.stream().filter(HouseRulesTest::hasAnEntityManager))
        .isNotEmpty()
        .flatExtracting(type -> transactions(type).toList())
        .isNotEmpty()
        .doesNotContain(
            Transactional.TxType.SUPPORTS,
            Transactional.TxType.NOT_SUPPORTED,
            Transactional.TxType.NEVER);
    assertThat(MAIN.stream().filter(HouseRulesTest::hasAnEntityManager))
        .flatExtracting(JavaClass::getMethods)
        .filteredOn(HouseRulesTest::asksTheDatabase)
        .isNotEmpty()
        .filteredOn(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
        .filteredOn(method -> !isTransactional(method))
        .extracting(JavaMethod::getFullName)
        .isEmpty();
  }

  @Test
  void nothingIsPrintedPastTheLog() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(MAIN);
  }

  @Test
  void everyIntegrationTestBelongsToARun() {
    List<JavaClass> tests =
        BESIDE.stream()
            .filter(type -> type.getSimpleName().endsWith("IT") && type.isTopLevelClass())
            .toList();
    assertThat(tests)
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(tagOf(type.reflect()))
                    .as(type.getName())
                    .hasValueSatisfying(tag -> assertThat(tag).matches("container|scenario")));
  }

  private static Optional<String> tagOf(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(Tag.class)).map(Tag::value);
  }

  private static Stream<JavaClass> entities() {
    return MAIN.stream().filter(type -> type.isAnnotatedWith(Entity.class));
  }

  private static boolean joinsATransaction(JavaClass type) {
    return transactions(type)
        .anyMatch(
            how ->
                !Set.of(Transactional.TxType.NEVER, Transactional.TxType.NOT_SUPPORTED)
                    .contains(how));
  }

  private static Stream<Transactional.TxType> transactions(JavaClass type) {
    return Stream.concat(
            type.tryGetAnnotationOfType(Transactional.class).stream(),
            type.getMethods().stream()
                .flatMap(method -> method.tryGetAnnotationOfType(Transactional.class).stream()))
        .map(Transactional::value);
  }

  private static boolean isTransactional(JavaMethod method) {
    return method.isAnnotatedWith(Transactional.class)
        || method.getOwner().isAnnotatedWith(Transactional.class);
  }

  private static boolean hasAnEntityManager(JavaClass type) {
    return type.getFields().stream()
        .anyMatch(field -> field.isAnnotatedWith(PersistenceContext.class));
  }

  private static boolean asksTheDatabase(JavaMethod method) {
    return method.getFieldAccesses().stream()
        .anyMatch(access -> access.getTarget().getRawType().isEquivalentTo(EntityManager.class));
  }

  private static boolean asksTheCarrier(JavaMethodCall call) {
    return call.getTargetOwner()
            .getName()
            .matches(".*\\.carrier\\.Carrier(Login|Accounts|Rates|Shipping|Tracking)")
        && call.getName()
            .matches("consentPage|exchange|refresh|prove|rates|ship|voidShipment|recover|track");
  }

  private static boolean catchesEverything(JavaCodeUnit unit) {
    return unit.getTryCatchBlocks().stream()
        .map(TryCatchBlock::getCaughtThrowables)
        .flatMap(Set::stream)
        .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
  }

  private static boolean readsAnotherClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean given =
        access instanceof JavaCall<?> call
            && call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
    return owner.startsWith("java.time.") && name.equals("now") && !given
        || owner.equals("java.time.Clock") && name.matches("(system|tick).*")
        || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
        || owner.equals("java.util.Date") && name.equals("<init>") && isEmpty(access)
        || owner.equals("java.util.Calendar") && name.equals("getInstance");
  }

  private static boolean isEmpty(JavaAccess<?> access) {
    return access instanceof JavaCall<?> call && call.getTarget().getRawParameterTypes().isEmpty();
  }
}
