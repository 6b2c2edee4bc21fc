<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Fields</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What the experiment is called</source>
        <translation>Comment s’appelle l’expérience</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>A line on what it shows</source>
        <translation>Une ligne sur ce qu’elle montre</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Fixes everything random: initial weights, order of samples, signs of β, drawn digits</source>
        <translation>Fixe tout ce qui est aléatoire : poids initiaux, ordre des images, signes de β, chiffres dessinés</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Neurons of every layer from the input to the outputs</source>
        <translation>Neurones de chaque couche, de l’entrée aux sorties</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>neurones</translation>
    </message>
    <message>
        <source>Outputs per class</source>
        <translation>Sorties par classe</translation>
    </message>
    <message>
        <source>Every output is repeated this often, so that an error reaches more of the layer below</source>
        <translation>Chaque sortie est répétée autant de fois, pour qu’une erreur atteigne mieux la couche d’en dessous</translation>
    </message>
    <message>
        <source>Input image</source>
        <translation>Image d’entrée</translation>
    </message>
    <message>
        <source>Channels, height and width of an input; used by convolutions only</source>
        <translation>Canaux, hauteur et largeur d’une entrée ; pour les convolutions seulement</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>Convolutions</translation>
    </message>
    <message>
        <source>Channels of the convolutional layers between the input and the fully connected layers; empty for none</source>
        <translation>Canaux des couches convolutives entre l’entrée et les couches denses ; vide : aucune</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>canaux</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Height and width of a filter; one value a convolution or one for all</source>
        <translation>Hauteur et largeur d’un filtre ; une valeur par convolution ou une pour toutes</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Zeros around the maps below; one value a convolution or one for all</source>
        <translation>Zéros autour des cartes d’en dessous ; une valeur par convolution ou une pour toutes</translation>
    </message>
    <message>
        <source>Pooling window</source>
        <translation>Fenêtre de pooling</translation>
    </message>
    <message>
        <source>Height, width and stride of the pooling window; one value a convolution or one for all</source>
        <translation>Hauteur, largeur et pas de la fenêtre de pooling ; une valeur par convolution ou une pour toutes</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>What is kept of a pooling window</source>
        <translation>Ce qui reste d’une fenêtre de pooling</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>the largest, and where it was for the way back</source>
        <translation>le plus grand, et où il était pour le chemin du retour</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>the mean; what an Ising machine can do</source>
        <translation>la moyenne ; ce que peut une machine d’Ising</translation>
    </message>
    <message>
        <source>Activation ρ(s)</source>
        <translation>Activation ρ(s)</translation>
    </message>
    <message>
        <source>What a neuron shows to its neighbours</source>
        <translation>Ce qu’un neurone montre à ses voisins</translation>
    </message>
    <message>
        <source>Hardsigmoid</source>
        <translation>Hardsigmoïde</translation>
    </message>
    <message>
        <source>ρ(s) = clamp(s, 0, 1)</source>
        <translation>ρ(s) = clamp(s, 0, 1)</translation>
    </message>
    <message>
        <source>Heaviside (binary)</source>
        <translation>Heaviside (binaire)</translation>
    </message>
    <message>
        <source>ρ(s) = 1 if s ≥ ½, else 0</source>
        <translation>ρ(s) = 1 si s ≥ ½, sinon 0</translation>
    </message>
    <message>
        <source>Sign (spins)</source>
        <translation>Signe (spins)</translation>
    </message>
    <message>
        <source>ρ(s) = ±1: what an Ising machine settles</source>
        <translation>ρ(s) = ±1 : ce que stabilise une machine d’Ising</translation>
    </message>
    <message>
        <source>Pseudo-derivative half-width</source>
        <translation>Demi-largeur de la pseudo-dérivée</translation>
    </message>
    <message>
        <source>Heaviside only: ρ̂&apos;(s) = 1/(2σ) where |s − ½| ≤ σ, else 0</source>
        <translation>Heaviside seulement : ρ̂&apos;(s) = 1/(2σ) où |s − ½| ≤ σ, sinon 0</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>What a weight can be</source>
        <translation>Ce que peut être un poids</translation>
    </message>
    <message>
        <source>Binary ±α</source>
        <translation>Binaires ±α</translation>
    </message>
    <message>
        <source>W = α·w with w = ±1</source>
        <translation>W = α·w avec w = ±1</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Réels</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>n’importe quel nombre</translation>
    </message>
    <message>
        <source>Initial biases</source>
        <translation>Biais initiaux</translation>
    </message>
    <message>
        <source>How biases start</source>
        <translation>Comment partent les biais</translation>
    </message>
    <message>
        <source>Uniform ±1/√fan-in</source>
        <translation>Uniformes ±1/√fan-in</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Zéro</translation>
    </message>
    <message>
        <source>Gain of initial weights</source>
        <translation>Gain des poids initiaux</translation>
    </message>
    <message>
        <source>Weights start uniform in ±gain/√fan-in; one value a layer or one for all</source>
        <translation>Les poids partent uniformes dans ±gain/√fan-in ; une valeur par couche ou une pour toutes</translation>
    </message>
    <message>
        <source>Initial α</source>
        <translation>α initial</translation>
    </message>
    <message>
        <source>Scaling factor of all layers at the start; 0 for each layer&apos;s mean |w_init|, Algorithm 7</source>
        <translation>Facteur d’échelle de toutes les couches au départ ; 0 : la moyenne |w_init| de chaque couche, algorithme 7</translation>
    </message>
    <message>
        <source>Round initial α</source>
        <translation>Arrondir α initial</translation>
    </message>
    <message>
        <source>Round the initial scaling factors to four decimals, as the published runs do</source>
        <translation>Arrondir les facteurs d’échelle initiaux à quatre décimales, comme les résultats publiés</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>What settles the network</source>
        <translation>Ce qui stabilise le réseau</translation>
    </message>
    <message>
        <source>Energy dynamics</source>
        <translation>Dynamique d’énergie</translation>
    </message>
    <message>
        <source>Euler steps down the energy E: s ← clamp((1 − dt)·s + dt·(ρ&apos;(s)·input))</source>
        <translation>Pas d’Euler en descendant l’énergie E : s ← clamp((1 − dt)·s + dt·(ρ&apos;(s)·entrée))</translation>
    </message>
    <message>
        <source>Prototypical dynamics</source>
        <translation>Dynamique prototypique</translation>
    </message>
    <message>
        <source>s ← clamp(input): every neuron jumps to what its neighbours ask for</source>
        <translation>s ← clamp(entrée) : chaque neurone saute à ce que demandent ses voisins</translation>
    </message>
    <message>
        <source>Integer machine</source>
        <translation>Machine à entiers</translation>
    </message>
    <message>
        <source>s ← (s + input)/2 in integers of a few bits, as a digital chip would do it</source>
        <translation>s ← (s + entrée)/2 en entiers de quelques bits, comme le ferait une puce numérique</translation>
    </message>
    <message>
        <source>Simulated annealing</source>
        <translation>Recuit simulé</translation>
    </message>
    <message>
        <source>spins that are cooled: the free phase from anywhere, the nudge phase back from there</source>
        <translation>des spins que l’on refroidit : la phase libre de n’importe où, la phase de poussée à partir de là</translation>
    </message>
    <message>
        <source>Simulated quantum annealing</source>
        <translation>Recuit quantique simulé</translation>
    </message>
    <message>
        <source>spins in a transverse field that fades, by path-integral Monte Carlo</source>
        <translation>des spins dans un champ transverse qui s’éteint, par Monte-Carlo d’intégrales de chemin</translation>
    </message>
    <message>
        <source>Virtual chip</source>
        <translation>Puce virtuelle</translation>
    </message>
    <message>
        <source>spins on the qubits of a simulated annealing chip, over D-Wave&apos;s protocol</source>
        <translation>des spins sur les qubits d’une puce de recuit simulée, par le protocole de D-Wave</translation>
    </message>
    <message>
        <source>D-Wave&apos;s cloud</source>
        <translation>Nuage de D-Wave</translation>
    </message>
    <message>
        <source>spins on a D-Wave chip, as dwave.conf and DWAVE_API_TOKEN say; costs chip time</source>
        <translation>des spins sur une puce de D-Wave, comme le disent dwave.conf et DWAVE_API_TOKEN ; coûte du temps de puce</translation>
    </message>
    <message>
        <source>Free-phase steps</source>
        <translation>Pas de la phase libre</translation>
    </message>
    <message>
        <source>Steps in which the network settles on its input alone</source>
        <translation>Pas pendant lesquels le réseau se stabilise sur sa seule entrée</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>Nudge-phase steps</source>
        <translation>Pas de la phase de poussée</translation>
    </message>
    <message>
        <source>Steps in which the outputs are pulled towards the target</source>
        <translation>Pas pendant lesquels les sorties sont tirées vers la cible</translation>
    </message>
    <message>
        <source>Euler step</source>
        <translation>Pas d’Euler</translation>
    </message>
    <message>
        <source>How far one step goes along the force; energy dynamics only</source>
        <translation>Jusqu’où va un pas le long de la force ; dynamique d’énergie seulement</translation>
    </message>
    <message>
        <source>Bits of a state</source>
        <translation>Bits d’un état</translation>
    </message>
    <message>
        <source>Precision of states and inputs: fixed-point numbers from −2 to 2; integer machine only</source>
        <translation>Précision des états et des entrées : nombres à virgule fixe de −2 à 2 ; machine à entiers seulement</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bits</translation>
    </message>
    <message>
        <source>Initial state</source>
        <translation>État initial</translation>
    </message>
    <message>
        <source>State of every neuron when the free phase begins</source>
        <translation>État de chaque neurone au début de la phase libre</translation>
    </message>
    <message>
        <source>Stop when settled</source>
        <translation>Arrêter quand c’est stable</translation>
    </message>
    <message>
        <source>End a phase as soon as no state moves by more than the tolerance; with tolerance 0 the result is the same</source>
        <translation>Finit une phase dès qu’aucun état ne bouge de plus que la tolérance ; avec la tolérance 0 le résultat est le même</translation>
    </message>
    <message>
        <source>Tolerance of settling</source>
        <translation>Tolérance de stabilisation</translation>
    </message>
    <message>
        <source>What a state may still move in the step after which a phase is ended early</source>
        <translation>Ce dont un état peut encore bouger au pas après lequel une phase est finie plus tôt</translation>
    </message>
    <message>
        <source>Sweeps of an anneal</source>
        <translation>Balayages d’un recuit</translation>
    </message>
    <message>
        <source>Times that every spin is asked on the way from hot to cold</source>
        <translation>Nombre de fois que chaque spin est interrogé du chaud au froid</translation>
    </message>
    <message>
        <source>sweeps</source>
        <translation>balayages</translation>
    </message>
    <message>
        <source>Reads of the free phase</source>
        <translation>Lectures de la phase libre</translation>
    </message>
    <message>
        <source>Anneals from random starts, of which the phase takes one</source>
        <translation>Recuits de départs aléatoires, dont la phase prend un</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>lectures</translation>
    </message>
    <message>
        <source>Reads of the nudge phase</source>
        <translation>Lectures de la phase de poussée</translation>
    </message>
    <message>
        <source>Anneals from the free state, of which the phase takes one</source>
        <translation>Recuits depuis l’état libre, dont la phase prend un</translation>
    </message>
    <message>
        <source>Read that counts</source>
        <translation>Lecture qui compte</translation>
    </message>
    <message>
        <source>Which read speaks for its phase</source>
        <translation>Quelle lecture parle pour sa phase</translation>
    </message>
    <message>
        <source>Lowest energy</source>
        <translation>Énergie la plus basse</translation>
    </message>
    <message>
        <source>the read of lowest energy, for learning and for prediction</source>
        <translation>la lecture d’énergie la plus basse, pour apprendre et pour prédire</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>La première</translation>
    </message>
    <message>
        <source>whatever came first, as the published program does</source>
        <translation>ce qui vient en premier, comme le programme publié</translation>
    </message>
    <message>
        <source>Mean of all</source>
        <translation>Moyenne de toutes</translation>
    </message>
    <message>
        <source>products of spins are averaged over all reads</source>
        <translation>les produits de spins sont moyennés sur toutes les lectures</translation>
    </message>
    <message>
        <source>Collapsed sampling</source>
        <translation>Échantillonnage réduit</translation>
    </message>
    <message>
        <source>Anneals as few spins as possible: those that are not coupled to each other are minimised out, so that each state of the others comes with the best of them; simulated annealing only</source>
        <translation>Recuit aussi peu de spins que possible : ceux qui ne sont pas couplés entre eux sont minimisés d’office, de sorte que chaque état des autres vient avec le meilleur des leurs ; recuit simulé seulement</translation>
    </message>
    <message>
        <source>Skip right answers</source>
        <translation>Sauter les bonnes réponses</translation>
    </message>
    <message>
        <source>No nudge phase, and nothing learnt, where the free outputs are the target already</source>
        <translation>Pas de phase de poussée, et rien d’appris, où les sorties libres sont déjà la cible</translation>
    </message>
    <message>
        <source>Reverse annealing goes back to</source>
        <translation>Le recuit inverse remonte à</translation>
    </message>
    <message>
        <source>The s at which the nudge phase turns: small disturbs the free state more; 0 anneals forward from a random start</source>
        <translation>Le s auquel tourne la phase de poussée : petit, il dérange plus l’état libre ; 0 recuit en direct d’un départ aléatoire</translation>
    </message>
    <message>
        <source>Temperatures</source>
        <translation>Températures</translation>
    </message>
    <message>
        <source>How β_hot and β_cold are found</source>
        <translation>Comment sont trouvés β_hot et β_cold</translation>
    </message>
    <message>
        <source>Tuned to the problem</source>
        <translation>Ajustées au problème</translation>
    </message>
    <message>
        <source>from an acceptance of about 0.3 to about 0.001</source>
        <translation>d’une acceptation d’environ 0,3 à environ 0,001</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Thèse</translation>
    </message>
    <message>
        <source>ln 2 / largest field … ln 100 / smallest field or coupling</source>
        <translation>ln 2 / plus grand champ … ln 100 / plus petit champ ou couplage</translation>
    </message>
    <message>
        <source>D-Wave&apos;s</source>
        <translation>De D-Wave</translation>
    </message>
    <message>
        <source>what D-Wave&apos;s sampler does by now</source>
        <translation>ce que fait à présent l’échantillonneur de D-Wave</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>β_hot and β_cold below</source>
        <translation>β_hot et β_cold ci-dessous</translation>
    </message>
    <message>
        <source>First inverse temperature</source>
        <translation>Première température inverse</translation>
    </message>
    <message>
        <source>Of temperatures that are given</source>
        <translation>Des températures données</translation>
    </message>
    <message>
        <source>Last inverse temperature</source>
        <translation>Dernière température inverse</translation>
    </message>
    <message>
        <source>Largest field</source>
        <translation>Plus grand champ</translation>
    </message>
    <message>
        <source>Fields of spins are cut to ± this, the nudge included, as a chip&apos;s are; 0: no limit</source>
        <translation>Les champs des spins sont coupés à ± ceci, poussée comprise, comme ceux d’une puce ; 0 : pas de limite</translation>
    </message>
    <message>
        <source>Trotter slices</source>
        <translation>Tranches de Trotter</translation>
    </message>
    <message>
        <source>Copies of a spin along imaginary time; simulated quantum annealing only</source>
        <translation>Copies d’un spin le long du temps imaginaire ; recuit quantique simulé seulement</translation>
    </message>
    <message>
        <source>Temperature of the chip</source>
        <translation>Température de la puce</translation>
    </message>
    <message>
        <source>What simulated quantum annealing takes for the chip&apos;s temperature</source>
        <translation>Ce que le recuit quantique simulé prend pour la température de la puce</translation>
    </message>
    <message>
        <source>mK</source>
        <translation>mK</translation>
    </message>
    <message>
        <source>Forward schedule</source>
        <translation>Programme direct</translation>
    </message>
    <message>
        <source>Points t, s, t, s, … from 0 (hot) to 1 (cold); empty: straight</source>
        <translation>Points t, s, t, s, … de 0 (chaud) à 1 (froid) ; vide : droit</translation>
    </message>
    <message>
        <source>Reverse schedule</source>
        <translation>Programme inverse</translation>
    </message>
    <message>
        <source>Points t, s, t, s, … from s = 1 back and to 1 again; empty: straight to f and back</source>
        <translation>Points t, s, t, s, … de s = 1 vers l’arrière et de nouveau à 1 ; vide : droit vers f et retour</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Puce</translation>
    </message>
    <message>
        <source>Family and size of a virtual chip: chimera:M, pegasus:M or zephyr:M</source>
        <translation>Famille et taille d’une puce virtuelle : chimera:M, pegasus:M ou zephyr:M</translation>
    </message>
    <message>
        <source>Annealing time</source>
        <translation>Temps de recuit</translation>
    </message>
    <message>
        <source>How long an anneal takes on the chip, the way back included</source>
        <translation>Combien dure un recuit sur la puce, le retour compris</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>Chain strength</source>
        <translation>Force de chaîne</translation>
    </message>
    <message>
        <source>How strongly chains of qubits hold together: times √(mean degree) times the couplings&apos; root mean square</source>
        <translation>Avec quelle force tiennent les chaînes de qubits : fois √(degré moyen) fois la moyenne quadratique des couplages</translation>
    </message>
    <message>
        <source>Broken chains</source>
        <translation>Chaînes cassées</translation>
    </message>
    <message>
        <source>What a neuron&apos;s spin is where the qubits of its chain differ</source>
        <translation>Le spin d’un neurone dont les qubits de la chaîne diffèrent</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>Majorité</translation>
    </message>
    <message>
        <source>what most of its qubits say</source>
        <translation>ce que disent la plupart de ses qubits</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>up with the probability of the share that says so</source>
        <translation>en haut avec la probabilité de la part qui le dit</translation>
    </message>
    <message>
        <source>unbroken chains as they are, then the others one by one against the field that they feel</source>
        <translation>les chaînes intactes telles quelles, puis les autres une à une contre le champ qu’elles sentent</translation>
    </message>
    <message>
        <source>Downhill from reads</source>
        <translation>Descendre depuis les lectures</translation>
    </message>
    <message>
        <source>Single flips improve each read here, until none lowers its energy, before it counts: what the chip&apos;s temperature left undone</source>
        <translation>Des retournements isolés améliorent ici chaque lecture, jusqu’à ce qu’aucun ne baisse son énergie, avant qu’elle compte : ce que la température de la puce a laissé inachevé</translation>
    </message>
    <message>
        <source>Chip time at most</source>
        <translation>Temps de puce au plus</translation>
    </message>
    <message>
        <source>A run stops, to be taken up again, when it has used so much of a chip&apos;s time; 0: no limit</source>
        <translation>Un entraînement s’arrête, à reprendre, quand il a pris autant du temps d’une puce ; 0 : pas de limite</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Control noise</source>
        <translation>Bruit de commande</translation>
    </message>
    <message>
        <source>Standard deviation of what a virtual chip&apos;s fields and couplings are off by</source>
        <translation>Écart type de l’erreur des champs et couplages d’une puce virtuelle</translation>
    </message>
    <message>
        <source>Control precision</source>
        <translation>Précision de commande</translation>
    </message>
    <message>
        <source>Bits of a virtual chip&apos;s fields and couplings, 2 to 16; 0: exact</source>
        <translation>Bits des champs et couplages d’une puce virtuelle, 2 à 16 ; 0 : exact</translation>
    </message>
    <message>
        <source>Nudging factor</source>
        <translation>Facteur de poussée</translation>
    </message>
    <message>
        <source>How hard the outputs are pulled towards the target; binary outputs with β &lt; −1 run into the clamp, since (1 + β) then drives them away from rest</source>
        <translation>Avec quelle force les sorties sont tirées vers la cible ; des sorties binaires avec β &lt; −1 courent dans la butée, puisque (1 + β) les éloigne alors du repos</translation>
    </message>
    <message>
        <source>Gradient estimator</source>
        <translation>Estimateur du gradient</translation>
    </message>
    <message>
        <source>How two phases make a gradient</source>
        <translation>Comment deux phases font un gradient</translation>
    </message>
    <message>
        <source>One-sided</source>
        <translation>Unilatéral</translation>
    </message>
    <message>
        <source>(nudged(+β) − free)/β</source>
        <translation>(poussé(+β) − libre)/β</translation>
    </message>
    <message>
        <source>Random sign</source>
        <translation>Signe aléatoire</translation>
    </message>
    <message>
        <source>the sign of β is drawn for every mini-batch</source>
        <translation>le signe de β est tiré pour chaque mini-lot</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>Symétrique</translation>
    </message>
    <message>
        <source>(nudged(+β) − nudged(−β))/(2β), both from the free state: no error of order β</source>
        <translation>(poussé(+β) − poussé(−β))/(2β), les deux depuis l’état libre : pas d’erreur d’ordre β</translation>
    </message>
    <message>
        <source>Contrastive Hebbian</source>
        <translation>Hebbien contrastif</translation>
    </message>
    <message>
        <source>the outputs are clamped to the target in the second phase</source>
        <translation>les sorties sont fixées à la cible dans la seconde phase</translation>
    </message>
    <message>
        <source>Coupled learning</source>
        <translation>Apprentissage couplé</translation>
    </message>
    <message>
        <source>the outputs are clamped a fraction β of the way to the target</source>
        <translation>les sorties sont fixées à une fraction β du chemin vers la cible</translation>
    </message>
    <message>
        <source>Backpropagation through time</source>
        <translation>Rétropropagation dans le temps</translation>
    </message>
    <message>
        <source>the exact gradient through the last K steps, as a reference; real activations only</source>
        <translation>le gradient exact à travers les K derniers pas, comme référence ; activations réelles seulement</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>Poussée</translation>
    </message>
    <message>
        <source>How the outputs are pulled</source>
        <translation>Comment les sorties sont tirées</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>Élastique</translation>
    </message>
    <message>
        <source>the force is β(ŷ − s), like a spring</source>
        <translation>la force est β(ŷ − s), comme un ressort</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>the force is β(ŷ − s) with s as the free phase left it: it cannot run away</source>
        <translation>la force est β(ŷ − s) avec s tel que la phase libre l’a laissé : elle ne peut pas s’emballer</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimiseur</translation>
    </message>
    <message>
        <source>How a gradient changes the weights</source>
        <translation>Comment un gradient change les poids</translation>
    </message>
    <message>
        <source>BOP (binary)</source>
        <translation>BOP (binaire)</translation>
    </message>
    <message>
        <source>flips weights whose momentum opposes them by more than τ</source>
        <translation>retourne les poids dont l’inertie s’oppose à eux de plus de τ</translation>
    </message>
    <message>
        <source>Gradient ascent (real)</source>
        <translation>Montée du gradient (réel)</translation>
    </message>
    <message>
        <source>W ← W + η_W·g, with momentum if asked for</source>
        <translation>W ← W + η_W·g, avec inertie si on le demande</translation>
    </message>
    <message>
        <source>Adam (real)</source>
        <translation>Adam (réel)</translation>
    </message>
    <message>
        <source>steps of even size whatever the gradient&apos;s</source>
        <translation>des pas de taille égale quel que soit le gradient</translation>
    </message>
    <message>
        <source>Latent weights (binary)</source>
        <translation>Poids latents (binaire)</translation>
    </message>
    <message>
        <source>real weights behind the binary ones gather the gradient</source>
        <translation>des poids réels derrière les binaires accumulent le gradient</translation>
    </message>
    <message>
        <source>BOP adaptivity</source>
        <translation>Adaptivité de BOP</translation>
    </message>
    <message>
        <source>Share of the new gradient in the momentum: m ← (1 − γ)·m + γ·g; one value a layer or one for all</source>
        <translation>Part du nouveau gradient dans l’inertie : m ← (1 − γ)·m + γ·g ; une valeur par couche ou une pour toutes</translation>
    </message>
    <message>
        <source>BOP threshold</source>
        <translation>Seuil de BOP</translation>
    </message>
    <message>
        <source>A weight flips when its momentum opposes it by more than τ; one value a layer or one for all</source>
        <translation>Un poids bascule quand son inertie s’oppose à lui de plus de τ ; une valeur par couche ou une pour toutes</translation>
    </message>
    <message>
        <source>Initial momenta of BOP</source>
        <translation>Inerties initiales de BOP</translation>
    </message>
    <message>
        <source>Random ones flip a fifth of the weights at once</source>
        <translation>Aléatoires, elles retournent aussitôt un cinquième des poids</translation>
    </message>
    <message>
        <source>m = 0</source>
        <translation>m = 0</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aléatoires</translation>
    </message>
    <message>
        <source>m = 2γ(1 − γ)·N(0, 1)</source>
        <translation>m = 2γ(1 − γ)·N(0, 1)</translation>
    </message>
    <message>
        <source>Learning rate of biases</source>
        <translation>Taux d’apprentissage des biais</translation>
    </message>
    <message>
        <source>One value a layer or one for all</source>
        <translation>Une valeur par couche ou une pour toutes</translation>
    </message>
    <message>
        <source>Scaling factors α</source>
        <translation>Facteurs d’échelle α</translation>
    </message>
    <message>
        <source>Whether α is learnt</source>
        <translation>Si α s’apprend</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fixes</translation>
    </message>
    <message>
        <source>α stays as it was drawn</source>
        <translation>α reste comme il a été tiré</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>Appris</translation>
    </message>
    <message>
        <source>α ← α + η_α·g_α after every mini-batch</source>
        <translation>α ← α + η_α·g_α après chaque mini-lot</translation>
    </message>
    <message>
        <source>Learning rate of α</source>
        <translation>Taux d’apprentissage de α</translation>
    </message>
    <message>
        <source>Where α is learnt; one value a layer or one for all</source>
        <translation>Où α s’apprend ; une valeur par couche ou une pour toutes</translation>
    </message>
    <message>
        <source>Decay of η_α</source>
        <translation>Décroissance de η_α</translation>
    </message>
    <message>
        <source>What the learning rate of α is multiplied by at the epochs below</source>
        <translation>Ce par quoi le taux de α est multiplié aux époques ci-dessous</translation>
    </message>
    <message>
        <source>Epochs of the decay</source>
        <translation>Époques de la décroissance</translation>
    </message>
    <message>
        <source>Epochs, counted from 1, at whose beginning the learning rate of α decays</source>
        <translation>Époques, comptées de 1, au début desquelles le taux de α décroît</translation>
    </message>
    <message>
        <source>Learning rate of weights</source>
        <translation>Taux d’apprentissage des poids</translation>
    </message>
    <message>
        <source>Gradient ascent, Adam and latent weights; one value a layer or one for all</source>
        <translation>Montée du gradient, Adam et poids latents ; une valeur par couche ou une pour toutes</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Inertie</translation>
    </message>
    <message>
        <source>Gradient ascent only: v ← μ·v + g, W ← W + η_W·v</source>
        <translation>Montée du gradient seulement : v ← μ·v + g, W ← W + η_W·v</translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation>Plus grand poids</translation>
    </message>
    <message>
        <source>Real weights are kept within ± this after every update, as a chip&apos;s couplings are; 0: no limit</source>
        <translation>Les poids réels restent dans ± ceci après chaque mise à jour, comme les couplages d’une puce ; 0 : pas de limite</translation>
    </message>
    <message>
        <source>Largest bias</source>
        <translation>Plus grand biais</translation>
    </message>
    <message>
        <source>Biases are kept within ± this after every update; 0: no limit</source>
        <translation>Les biais restent dans ± ceci après chaque mise à jour ; 0 : pas de limite</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>Mini-lot</translation>
    </message>
    <message>
        <source>Samples that one update averages over</source>
        <translation>Images sur lesquelles une mise à jour fait la moyenne</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>images</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Times the whole training set is shown</source>
        <translation>Nombre de fois que tout le jeu d’apprentissage est montré</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>époques</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>Where the samples come from</source>
        <translation>D’où viennent les images</translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation>Chiffres dessinés</translation>
    </message>
    <message>
        <source>Drawn by the program, as many as you like; no download</source>
        <translation>Dessinés par le programme, autant que vous voulez ; sans téléchargement</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Handwritten digits: 60,000 to learn from, 10,000 to be tested on</source>
        <translation>Chiffres manuscrits : 60 000 pour apprendre, 10 000 pour tester</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>Colour images of 32 × 32 pixels, ten classes: 50,000 to learn from, 10,000 to be tested on</source>
        <translation>Images en couleurs de 32 × 32 pixels, dix classes : 50 000 pour apprendre, 10 000 pour tester</translation>
    </message>
    <message>
        <source>3 × 3 patterns</source>
        <translation>Motifs 3 × 3</translation>
    </message>
    <message>
        <source>Two images, the diagonals of 3 × 3 pixels of ±1; tested on the same</source>
        <translation>Deux images, les diagonales de 3 × 3 pixels de ±1 ; testées sur les mêmes</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>Images d’apprentissage</translation>
    </message>
    <message>
        <source>Samples to learn from; 0 takes all there are</source>
        <translation>Images dont on apprend ; 0 les prend toutes</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>Images de test</translation>
    </message>
    <message>
        <source>Samples to be tested on; 0 takes all there are</source>
        <translation>Images sur lesquelles on teste ; 0 les prend toutes</translation>
    </message>
    <message>
        <source>Samples per class</source>
        <translation>Images par classe</translation>
    </message>
    <message>
        <source>The first N training samples of each class, and a tenth as many test samples, in place of the numbers above: 100 makes MNIST/100; 0 is off</source>
        <translation>Les N premières images d’apprentissage de chaque classe, et un dixième autant d’images de test, au lieu des nombres ci-dessus : 100 donne MNIST/100 ; 0 : non</translation>
    </message>
    <message>
        <source>Mirror images</source>
        <translation>Images en miroir</translation>
    </message>
    <message>
        <source>Mirrors training images, left for right, with probability ½; not for digits</source>
        <translation>Retourne les images d’apprentissage, gauche et droite, avec la probabilité ½ ; pas pour les chiffres</translation>
    </message>
    <message>
        <source>Move images</source>
        <translation>Déplacer les images</translation>
    </message>
    <message>
        <source>Frames training images with this many black pixels and cuts them to their size at a random place, so that they move by up to as many; 0 is off</source>
        <translation>Encadre les images d’apprentissage d’autant de pixels noirs et les découpe à leur taille à une place aléatoire, de sorte qu’elles bougent d’autant au plus ; 0 : non</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>pixels</translation>
    </message>
    <message>
        <source>Normalise colours</source>
        <translation>Normaliser les couleurs</translation>
    </message>
    <message>
        <source>Gives the network (pixel − mean)/deviation of each colour of CIFAR-10, in place of pixels from 0 to 1</source>
        <translation>Donne au réseau (pixel − moyenne)/écart type de chaque couleur de CIFAR-10, au lieu de pixels de 0 à 1</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Classes of the samples of a file given to `nudge relax`, counted from 0</source>
        <translation>Classes des images d’un fichier donné à `nudge relax`, comptées de 0</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>How often the input moves along the gradient</source>
        <translation>Combien de fois l’entrée avance le long du gradient</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>How far a pixel with the root mean square of the gradient moves in a step, in ranges of a pixel</source>
        <translation>De combien avance en un pas un pixel dont le gradient est la moyenne quadratique, en étendues d’un pixel</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>Régularisation</translation>
    </message>
    <message>
        <source>Decay of every pixel to 0: a pixel comes to 1/L of its gradient over the root mean square; keeps pixels dark that hardly matter; without it all go to black or white</source>
        <translation>Décroissance de chaque pixel vers 0 : un pixel arrive à 1/L de son gradient rapporté à la moyenne quadratique ; garde sombres les pixels qui comptent peu ; sans elle tous vont au noir ou au blanc</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>How much of a pixel its neighbours give it after each step, 0 … 1</source>
        <translation>Combien d’un pixel ses voisins lui donnent après chaque pas, 0 … 1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Where the input begins</source>
        <translation>Où commence l’entrée</translation>
    </message>
    <message>
        <source>Small noise</source>
        <translation>Petit bruit</translation>
    </message>
    <message>
        <source>within a tenth of a pixel&apos;s range of 0</source>
        <translation>à un dixième de l’étendue d’un pixel de 0</translation>
    </message>
    <message>
        <source>every pixel 0</source>
        <translation>chaque pixel 0</translation>
    </message>
    <message>
        <source>Mean image</source>
        <translation>Image moyenne</translation>
    </message>
    <message>
        <source>the mean of the training images</source>
        <translation>la moyenne des images d’apprentissage</translation>
    </message>
    <message>
        <source>Clipped neurons</source>
        <translation>Neurones saturés</translation>
    </message>
    <message>
        <source>How the gradient passes hidden neurons of the copy that are clipped</source>
        <translation>Comment le gradient passe les neurones cachés saturés de la copie</translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation>Laisser passer</translation>
    </message>
    <message>
        <source>by their pre-activation, as if they were not clipped</source>
        <translation>par leur pré-activation, comme s’ils n’étaient pas saturés</translation>
    </message>
    <message>
        <source>Block it</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>the copy&apos;s exact gradient; few neurons are left to draw with</source>
        <translation>le gradient exact de la copie ; peu de neurones restent pour dessiner</translation>
    </message>
    <message>
        <source>Of the noise at the start</source>
        <translation>Du bruit au départ</translation>
    </message>
    <message>
        <source>Gain of the copy</source>
        <translation>Gain de la copie</translation>
    </message>
    <message>
        <source>Slope of the copy&apos;s activation where the machine&apos;s own is a step: HardTanh(g·z)</source>
        <translation>Pente de l’activation de la copie où celle de la machine est un seuil : HardTanh(g·z)</translation>
    </message>
    <message>
        <source>Images for the accuracy</source>
        <translation>Images pour l’exactitude</translation>
    </message>
    <message>
        <source>How many images of each set, at most, tell the copy&apos;s accuracy</source>
        <translation>Combien d’images de chaque jeu, au plus, disent l’exactitude de la copie</translation>
    </message>
    <message>
        <source>images</source>
        <translation>images</translation>
    </message>
    <message>
        <source>network</source>
        <translation>réseau</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>machine</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>data</source>
        <translation>données</translation>
    </message>
    <message>
        <source>features</source>
        <translation>motifs</translation>
    </message>
    <message>
        <source>Cells of the chip</source>
        <translation>Cellules de la puce</translation>
    </message>
    <message>
        <source>Rows and columns of a block of Chimera&apos;s cells: its qubits are the neurons and its couplers the weights, a layer for each coupler on the way from the rim to the outputs in the middle; empty: layers are fully connected</source>
        <translation>Lignes et colonnes d’un bloc de cellules de Chimera : ses qubits sont les neurones et ses coupleurs les poids, une couche par coupleur du bord aux sorties au milieu ; vide : couches denses</translation>
    </message>
    <message>
        <source>Largest weights of cells</source>
        <translation>Plus grands poids des cellules</translation>
    </message>
    <message>
        <source>In a network that fills a chip&apos;s cells: the limits of couplers within a cell, which meet four at every qubit, and of those between cells, which meet two; empty: the limit above</source>
        <translation>Dans un réseau qui remplit les cellules d’une puce : les limites des coupleurs d’une cellule, quatre par qubit, et de ceux entre cellules, deux par qubit ; vide : la limite ci-dessus</translation>
    </message>
    <message>
        <source>Shrink images</source>
        <translation>Réduire les images</translation>
    </message>
    <message>
        <source>Side of the squares of pixels that become one, their mean: 4 makes 7 × 7 of 28 × 28</source>
        <translation>Côté des carrés de pixels qui n’en font plus qu’un, leur moyenne : 4 fait 7 × 7 de 28 × 28</translation>
    </message>
    <message>
        <source>Groups of classes</source>
        <translation>Groupes de classes</translation>
    </message>
    <message>
        <source>For each class of the data set, counted from 0, the one that it is learnt as; −1 leaves it out; empty: all, as they are</source>
        <translation>Pour chaque classe du jeu, comptée de 0, celle qu’on lui apprend ; −1 l’omet ; vide : toutes, telles quelles</translation>
    </message>
</context>
</TS>
