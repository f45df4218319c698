using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BankAdmin.Architecture.Tests.Rules;

/// <summary>Who may call what: closed unless it says otherwise, and what says otherwise is listed here, on purpose.</summary>
public sealed class ControllerTests
{
    private const int MostDependencies = 5;

    private static readonly string[] OpenToAnyone =
        ["Error.Failure", "Error.Status", "Home.CertificateLogIn", "Home.Front", "LogIn.LogIn", "LogIn.LogInToIssue"];

    // They only say what went wrong, whatever the verb of the request that did.
    private static readonly string[] WithoutAntiforgery = ["Error.Failure", "Error.Status"];

    [Fact]
    public void A_controller_depends_on_few_things() =>
        TooMany(Endpoints.Actions.Select(a => a.ControllerTypeInfo.AsType()).Distinct()).ShouldBeEmpty();

    [Fact]
    public void Only_the_written_actions_are_open_to_anyone() =>
        Endpoints.Actions.Where(a => AudienceOf(a) == Audience.Anyone).Select(Endpoints.NameOf).Distinct().Order().ShouldBe(OpenToAnyone);

    [Fact]
    public void Every_other_action_is_closed_without_a_session() =>
        Endpoints.Actions.Where(a => Judge(a, new CurrentSession()) is not SeeOtherResult).Select(Endpoints.NameOf).Distinct().Order()
            .ShouldBe(OpenToAnyone);

    [Fact]
    public void A_timed_out_session_may_do_nothing_but_keep_what_is_typed()
    {
        var timedOut = new CurrentSession { TimedOut = LoggedIn(UserRole.Master).SignedIn };
        Endpoints.Actions.Where(a => Judge(a, timedOut) is null && !OpenToAnyone.Contains(Endpoints.NameOf(a)))
            .Select(a => a.ActionName).Distinct().Order().ShouldBe(["Keep", "Submit"]);
    }

    [Theory]
    [InlineData("companies")]
    [InlineData("users")]
    public void Everything_below_is_for_administrators_but_own_passwords(string area)
    {
        var below = Endpoints.Actions.Where(a => a.AttributeRouteInfo!.Template is { } path
            && path.StartsWith(area, StringComparison.Ordinal)
            && path != "users/menu" && !path.StartsWith("users/password/", StringComparison.Ordinal)).ToList();
        below.Count.ShouldBeGreaterThan(10);
        below.ShouldAllBe(a => ((StatusCodeResult)Judge(a, LoggedIn(UserRole.General))!).StatusCode == 403);
        below.ShouldAllBe(a => Judge(a, LoggedIn(UserRole.Administrator)) == null && Judge(a, LoggedIn(UserRole.Master)) == null);
    }

    [Fact]
    public void While_passwords_are_due_nothing_else_is_open() =>
        Endpoints.Actions.Where(a => Judge(a, LoggedIn(UserRole.Master, due: true)) is null && !OpenToAnyone.Contains(Endpoints.NameOf(a)))
            .Select(Endpoints.NameOf).Order().ShouldBe(["Session.Keep", "Session.LogOut", "SetPasswords.Change", "SetPasswords.Due"]);

    [Fact]
    public void The_guard_and_antiforgery_stand_before_every_action()
    {
        var filters = Endpoints.Services.GetRequiredService<IOptions<MvcOptions>>().Value.Filters;
        filters.OfType<TypeFilterAttribute>().Select(filter => filter.ImplementationType).ShouldContain(typeof(RequireSession));
        filters.ShouldContain(filter => filter is AutoValidateAntiforgeryTokenAttribute);
        Unprotected(Endpoints.Actions).Order().ShouldBe(WithoutAntiforgery);
        Endpoints.All.Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is null).SelectMany(e => e.Verbs())
            .ShouldAllBe(verb => verb == "GET");
    }

    [Fact]
    public void Every_action_says_for_whom_it_is() => ForNobody(Endpoints.Actions).ShouldBeEmpty("Give it [Screen(\"…\")] or [For(…)].");

    [Fact]
    public void Counter_examples_break_these_rules()
    {
        TooMany([typeof(CarelessController)]).ShouldNotBeEmpty();
        var action = Describe(nameof(CarelessController.Post));
        Unprotected([action]).ShouldBe(["Careless.Post"]);
        Judge(action, new CurrentSession()).ShouldBeNull();
        var closed = Describe(nameof(CarelessController.Closed));
        ForNobody([closed]).ShouldBe(["Careless.Closed"]);
        Judge(closed, new CurrentSession()).ShouldBeOfType<SeeOtherResult>();
        ((StatusCodeResult)Judge(closed, LoggedIn(UserRole.Master))!).StatusCode.ShouldBe(403);
    }

    private static Audience AudienceOf(ActionDescriptor action) =>
        action.EndpointMetadata.OfType<IForWhom>().LastOrDefault()?.Audience ?? Audience.Nobody;

    private static IEnumerable<string> ForNobody(IEnumerable<ControllerActionDescriptor> actions) =>
        actions.Where(a => AudienceOf(a) == Audience.Nobody).Select(Endpoints.NameOf).Distinct();

    private static IEnumerable<string> TooMany(IEnumerable<Type> controllers) =>
        controllers.Where(c => c.GetConstructors().Any(constructor => constructor.GetParameters().Length > MostDependencies))
            .Select(c => c.Name);

    private static IEnumerable<string> Unprotected(IEnumerable<ControllerActionDescriptor> actions) => actions
        .Where(a => a.EndpointMetadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any()
            || a.FilterDescriptors.All(f => f.Filter is not AutoValidateAntiforgeryTokenAttribute)).Select(Endpoints.NameOf).Distinct();

    private static IActionResult? Judge(ActionDescriptor action, CurrentSession session)
    {
        var context = new AuthorizationFilterContext(new ActionContext(new DefaultHttpContext(), new RouteData(), action), []);
        new RequireSession(session).OnAuthorizationAsync(context).IsCompletedSuccessfully.ShouldBeTrue();
        return context.Result;
    }

    private static CurrentSession LoggedIn(UserRole role, bool due = false) =>
        new()
        {
            SignedIn = new SignedIn(
                new Person(Realm.Company, Guid.NewGuid(), "sakura01", "佐藤", Guid.NewGuid(), Guid.NewGuid(), "") { Role = role }, "さくら",
                null, due, false,
                new Web.Screens.Contract(new HashSet<BankingService>(BankingService.All), LoginMethod.Password, false, 100)),
        };

    private static ControllerActionDescriptor Describe(string action) => new()
    {
        ControllerName = "Careless",
        ActionName = action,
        EndpointMetadata = typeof(CarelessController).GetMethod(action)!.GetCustomAttributes(inherit: true),
        FilterDescriptors = [new FilterDescriptor(new AutoValidateAntiforgeryTokenAttribute(), FilterScope.Global)],
    };

    private sealed class CarelessController(object a, object b, object c, object d, object e, object f) : Controller
    {
        [For(Audience.Anyone)]
        [HttpPost]
        [IgnoreAntiforgeryToken]
        public IActionResult Post() => Ok(new[] { a, b, c, d, e, f });

        [HttpGet]
        public IActionResult Closed() => Ok();
    }
}
