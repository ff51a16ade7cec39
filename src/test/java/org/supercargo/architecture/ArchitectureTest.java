package org.supercargo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.architecture.Compiled.BESIDE;
import static org.supercargo.architecture.Compiled.MAIN;
import static org.supercargo.architecture.Compiled.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The staircase, as a closed map: a room that is not in it, or is in it and gone, is an error. */
class ArchitectureTest {
  /** Each room and the rooms it may import. */
  private static final Map<String, Set<String>> STAIRCASE =
      Map.ofEntries(
          Map.entry(
              "web",
              Set.of(
                  "web.door",
                  "account",
                  "alert",
                  "custody",
                  "access",
                  "access.key",
                  "carrier",
                  "audit",
                  "timer",
                  "setting")),
          Map.entry(
              "api",
              Set.of(
                  "shipping",
                  "shipping.label",
                  "shipping.location",
                  "account",
                  "access",
                  "access.key",
                  "carrier",
                  "audit",
                  "setting",
                  "fingerprint")),
          Map.entry(
              "shipping",
              Set.of(
                  "query",
                  "shipping.gate",
                  "shipping.label",
                  "account",
                  "alert",
                  "carrier",
                  "audit",
                  "timer",
                  "node",
                  "setting")),
          Map.entry(
              "shipping.batch",
              Set.of(
                  "shipping",
                  "shipping.label",
                  "shipping.location",
                  "account",
                  "carrier",
                  "audit",
                  "timer",
                  "node",
                  "setting")),
          Map.entry("shipping.location", Set.of("query", "account", "carrier", "audit", "node")),
          Map.entry("shipping.gate", Set.of("carrier", "node", "setting")),
          Map.entry("shipping.label", Set.of("fingerprint")),
          Map.entry(
              "web.shipment",
              Set.of(
                  "web",
                  "web.door",
                  "shipping",
                  "shipping.label",
                  "shipping.location",
                  "account",
                  "access",
                  "carrier",
                  "audit")),
          Map.entry(
              "web.batch",
              Set.of(
                  "web",
                  "web.door",
                  "shipping",
                  "shipping.batch",
                  "shipping.label",
                  "account",
                  "access",
                  "carrier")),
          Map.entry("web.door", Set.of("access", "audit", "setting")),
          Map.entry(
              "account",
              Set.of(
                  "query",
                  "token",
                  "custody",
                  "carrier",
                  "audit",
                  "timer",
                  "node",
                  "setting",
                  "fingerprint")),
          Map.entry(
              "token",
              Set.of(
                  "query",
                  "token.pace",
                  "custody",
                  "alert",
                  "carrier",
                  "audit",
                  "timer",
                  "node",
                  "setting")),
          Map.entry(
              "custody", Set.of("carrier", "audit", "timer", "node", "setting", "fingerprint")),
          Map.entry("token.pace", Set.of("alert", "carrier", "audit", "setting")),
          Map.entry("alert", Set.of("query", "audit", "node", "setting")),
          Map.entry("carrier.ups", Set.of("carrier", "setting", "fingerprint")),
          Map.entry("timer", Set.of("audit", "setting")),
          Map.entry("access", Set.of("query", "audit", "setting", "fingerprint")),
          Map.entry("access.key", Set.of("query", "audit", "node", "setting", "fingerprint")),
          Map.entry("node", Set.of()),
          Map.entry("database", Set.of("setting")),
          Map.entry("audit", Set.of("query")),
          Map.entry("fingerprint", Set.of()),
          Map.entry("query", Set.of()),
          Map.entry("carrier", Set.of()),
          Map.entry("setting", Set.of()));

  /** The sockets, and the words that carry tokens. */
  private static final List<String> NOT_FOR_SCREENS =
      Stream.of(
              "CarrierLogin",
              "CarrierAccounts",
              "CarrierRates",
              "CarrierShipping",
              "CarrierTracking",
              "TokenSet",
              "Credentials",
              "AuthorizationCode",
              "ConsentRequest")
          .map(name -> ROOT + "carrier." + name)
          .toList();

  /** What opens and what was sealed. */
  private static final List<String> OPENERS =
      Stream.of("Sealer", "DataKey", "Wrapped", "Place", "SealedRows")
          .map(name -> ROOT + "custody." + name)
          .toList();

  @Test
  void everyRoomIsInTheStaircase() {
    Set<String> rooms = MAIN.stream().map(type -> room(type)).collect(toCollection(TreeSet::new));
    assertThat(rooms).isEqualTo(new TreeSet<>(STAIRCASE.keySet()));
  }

  @Test
  void everyRoomImportsOnlyWhatTheStaircaseAllows() {
    assertThat(MAIN.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
        .isNotEmpty()
        .filteredOn(ArchitectureTest::climbsTheWrongWay)
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  @Test
  void nothingIsPublicInACarriersOwnRoom() {
    classes().that().resideInAPackage(ROOT + "carrier.ups").should().notBePublic().check(MAIN);
  }

  @Test
  void screensNeverTouchTheVaultTheSocketsOrTokens() {
    assertThat(MAIN)
        .extracting(JavaClass::getName)
        .containsAll(NOT_FOR_SCREENS)
        .containsAll(OPENERS);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "web..", ROOT + "api..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "token..")
                .or(
                    DescribedPredicate.describe(
                        "are not for screens",
                        type ->
                            NOT_FOR_SCREENS.contains(type.getName())
                                || OPENERS.contains(type.getName()))))
        .check(MAIN);
  }

  @Test
  void onlyTheCarriersRoomKnowsScribeJava() {
    staysIn("carrier.ups", "com.github.scribejava..");
  }

  @Test
  void onlyCustodyKnowsTheCryptoLibrary() {
    staysIn("custody", "com.google.crypto.tink..");
  }

  @ParameterizedTest
  @MethodSource("org.supercargo.architecture.Compiled#programs")
  void aProgramBesideTheApplicationSharesNothingWithIt(String program) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + program + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to the application", type -> MAIN.contain(type.getName())))
        .check(BESIDE);
  }

  private static void staysIn(String room, String library) {
    assertThat(MAIN.stream().anyMatch(type -> room(type).equals(room) && uses(type, library)))
        .as(room + " uses " + library)
        .isTrue();
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MAIN);
  }

  private static boolean uses(JavaClass type, String library) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass()));
  }

  private static boolean climbsTheWrongWay(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    String from = room(dependency.getOriginClass());
    return target.getName().startsWith(ROOT)
        && !room(target).equals(from)
        && !STAIRCASE.getOrDefault(from, Set.of()).contains(room(target));
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }
}
